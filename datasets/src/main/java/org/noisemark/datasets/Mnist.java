package org.noisemark.datasets;

import java.net.URI;
import java.util.List;

/** LeCun, Cortes &amp; Burges 1998: 28 × 28 grey images of handwritten digits. */
public final class Mnist extends PublishedDataset {
  /** Mean and deviation of the 60,000 training images, to four places, as is customary. */
  private static final IdxDataset LAYOUT =
      IdxDataset.likeMnist(
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          new Normalization(new double[] {0.1307}, new double[] {0.3081}));

  private static final Origin ORIGIN =
      new Origin(
          "mnist",
          LAYOUT.files(
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
          false,
          List.of(),
          List.of(
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/")),
          "");

  public Mnist() {
    super(
        "MNIST: 28x28 grey, 10 digits, 60,000 train, 10,000 test",
        "CC BY-SA 3.0, Yann LeCun and Corinna Cortes",
        ORIGIN,
        LAYOUT);
  }
}
