package org.noisemark.datasets;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Xiao, Rasul &amp; Vollgraf 2017, arXiv 1708.07747: 28 × 28 grey images of ten kinds of clothing.
 */
public final class FashionMnist {
  private static final String LICENCE = "MIT, copyright 2017 Zalando SE";
  private static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  /** Mean and deviation of the 60,000 training images, to four places, as is customary. */
  private static final Normalization NORMALIZATION =
      new Normalization(new double[] {0.2860}, new double[] {0.3530});

  private static final IdxDataset FULL = IdxDataset.likeMnist(CLASS_NAMES, NORMALIZATION);

  private static final Origin FULL_ORIGIN =
      new Origin(
          "fashion-mnist",
          FULL.files(
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
          false,
          List.of(new Location.Folder(Path.of("/usr/share/datasets/fashion-mnist"))),
          List.of(
              URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
              URI.create(
                  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")),
          " or, on Debian and Ubuntu, install the package dataset-fashion-mnist");

  private static final IdxDataset MINI =
      new IdxDataset(
          CLASS_NAMES,
          NORMALIZATION,
          10 * FashionMnistMini.TRAIN_PER_CLASS,
          10 * FashionMnistMini.TEST_PER_CLASS,
          28,
          28);

  private static final Origin MINI_ORIGIN =
      new Origin(
          "fashion-mnist-mini",
          MINI.files(
              "d33512cfdc636a0d8972818e6659995be209a88891df7fa2109d7895922c8985",
              "620cb8e3b9348037c5ff9a07b02d773ab165330e072dfd19e0d21c59f8042dcf",
              "15a92dd1e9b16ea361928086e77df4dfa890c255c00b5a8c8162c1040ce8eef1",
              "234596aeb6eb48133ec99a62541f90bc0728c9559a681f1e0638037462458f2c"),
          true,
          List.of(new Location.Embedded("fashion-mnist-mini")),
          List.of(),
          "");

  private FashionMnist() {}

  /** The whole. */
  public static final class Full extends PublishedDataset {
    public Full() {
      super(
          "Fashion-MNIST: 28x28 grey, 10 classes, 60,000 train, 10,000 test",
          LICENCE,
          FULL_ORIGIN,
          FULL);
    }
  }

  /** The part that ships here; {@link FashionMnistMini} is its recipe. */
  public static final class Mini extends PublishedDataset {
    public Mini() {
      super(
          "the first 1,000 train and 200 test images of each class of Fashion-MNIST; embedded",
          LICENCE,
          MINI_ORIGIN,
          MINI);
    }
  }
}
