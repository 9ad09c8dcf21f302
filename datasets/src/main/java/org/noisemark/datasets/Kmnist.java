package org.noisemark.datasets;

import java.net.URI;
import java.util.List;

/**
 * Clanuwat et al. 2018, arXiv 1812.01718: 28 × 28 grey images of ten hiragana of old books. Known
 * by the SHA-256 of the packed files: none is published of what they unpack to.
 */
public final class Kmnist extends PublishedDataset {
  /** Mean and deviation of the 60,000 training images, to four places, as is customary. */
  private static final IdxDataset LAYOUT =
      IdxDataset.likeMnist(
          List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
          new Normalization(new double[] {0.1918}, new double[] {0.3483}));

  private static final Origin ORIGIN =
      new Origin(
          "kmnist",
          List.of(
              new DataFile(
                  IdxDataset.TRAIN_IMAGES + ".gz",
                  18_165_135,
                  "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
              new DataFile(
                  IdxDataset.TRAIN_LABELS + ".gz",
                  29_497,
                  "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
              new DataFile(
                  IdxDataset.TEST_IMAGES + ".gz",
                  3_041_136,
                  "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
              new DataFile(
                  IdxDataset.TEST_LABELS + ".gz",
                  5_120,
                  "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c")),
          false,
          List.of(),
          List.of(
              URI.create("https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
              URI.create("http://codh.rois.ac.jp/kmnist/dataset/kmnist/")),
          "");

  public Kmnist() {
    super(
        "Kuzushiji-MNIST: 28x28 grey, 10 hiragana, 60,000 train, 10,000 test",
        "CC BY-SA 4.0, ROIS-DS Center for Open Data in the Humanities",
        ORIGIN,
        LAYOUT);
  }
}
