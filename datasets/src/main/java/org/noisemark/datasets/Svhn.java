package org.noisemark.datasets;

import java.net.URI;
import java.util.List;

/**
 * Netzer, Wang, Coates, Bissacco, Wu &amp; Ng 2011, Reading Digits in Natural Images with
 * Unsupervised Feature Learning: 32 × 32 colour images of house numbers, cropped to one digit each;
 * the classes are not of one size. Known by the SHA-256 of its MATLAB files. Means and deviations
 * are of the training images, to four places, as is customary.
 */
public final class Svhn extends PublishedDataset {
  private static final MatlabImages LAYOUT =
      new MatlabImages(
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          new Normalization(
              new double[] {0.4377, 0.4438, 0.4728}, new double[] {0.1980, 0.2010, 0.1970}),
          "train_32x32.mat",
          73_257,
          "test_32x32.mat",
          26_032);

  private static final Origin ORIGIN =
      new Origin(
          "svhn",
          List.of(
              new DataFile(
                  LAYOUT.trainFile(),
                  182_040_794,
                  "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
              new DataFile(
                  LAYOUT.testFile(),
                  64_275_384,
                  "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b")),
          false,
          List.of(),
          List.of(URI.create("http://ufldl.stanford.edu/housenumbers/")),
          "");

  public Svhn() {
    super(
        "SVHN, cropped digits: 3x32x32 colour, 10 digits, 73,257 train, 26,032 test",
        "none stated; the authors ask for use that is not commercial",
        ORIGIN,
        LAYOUT);
  }
}
