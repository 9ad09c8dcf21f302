package org.noisemark.datasets;

import java.net.URI;
import java.util.List;

/**
 * Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images: 32 × 32 colour images.
 * Known by the SHA-256 of the archives of the binary version. Means and deviations are of the
 * training images, to four places, as is customary.
 */
public final class Cifar {
  private static final String LICENCE =
      "none stated; the author asks that the report of 2009 be cited";

  /** The author's own server. */
  private static final URI AUTHOR = URI.create("https://www.cs.toronto.edu/~kriz/");

  private Cifar() {}

  /** Ten classes. */
  public static final class Ten extends PublishedDataset {
    private static final CifarArchive LAYOUT =
        new CifarArchive(
            "cifar-10-binary.tar.gz",
            List.of(
                "airplane",
                "automobile",
                "bird",
                "cat",
                "deer",
                "dog",
                "frog",
                "horse",
                "ship",
                "truck"),
            new Normalization(
                new double[] {0.4914, 0.4822, 0.4465}, new double[] {0.2470, 0.2435, 0.2616}),
            1,
            List.of(
                "data_batch_1.bin",
                "data_batch_2.bin",
                "data_batch_3.bin",
                "data_batch_4.bin",
                "data_batch_5.bin"),
            10_000,
            "test_batch.bin",
            10_000);

    public Ten() {
      super(
          "CIFAR-10: 3x32x32 colour, 10 classes, 50,000 train, 10,000 test",
          LICENCE,
          origin(
              "cifar-10",
              LAYOUT,
              170_052_171,
              "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
              List.of(
                  AUTHOR,
                  URI.create(
                      "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/"))),
          LAYOUT);
    }
  }

  /** A hundred classes, five in each of twenty superclasses. */
  public static final class Hundred extends PublishedDataset {
    private static final CifarArchive LAYOUT =
        new CifarArchive(
            "cifar-100-binary.tar.gz",
            Cifar100Classes.NAMES,
            new Normalization(
                new double[] {0.5071, 0.4865, 0.4409}, new double[] {0.2673, 0.2564, 0.2762}),
            2,
            List.of("train.bin"),
            50_000,
            "test.bin",
            10_000);

    public Hundred() {
      super(
          "CIFAR-100: 3x32x32 colour, 100 classes, 50,000 train, 10,000 test",
          LICENCE,
          origin(
              "cifar-100",
              LAYOUT,
              168_513_733,
              "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
              List.of(AUTHOR)),
          LAYOUT);
    }
  }

  private static Origin origin(
      String name, CifarArchive layout, int bytes, String sha256, List<URI> mirrors) {
    return new Origin(
        name,
        List.of(new DataFile(layout.archive(), bytes, sha256)),
        false,
        List.of(),
        mirrors,
        "");
  }
}
