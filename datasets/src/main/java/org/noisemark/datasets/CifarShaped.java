package org.noisemark.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A data set of 28 × 28 grey images in the shape of CIFAR's: two black pixels added on each side,
 * and three equal channels. For protocols that are written for CIFAR, where CIFAR is not at hand.
 */
public abstract class CifarShaped implements DatasetDefinition {
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;

  private final PublishedDataset source;
  private Dataset shaped;

  CifarShaped(PublishedDataset source) {
    this.source = source;
  }

  /** Fashion-MNIST. */
  public static final class FashionFull extends CifarShaped {
    public FashionFull() {
      super(new FashionMnist.Full());
    }
  }

  /** The part of Fashion-MNIST that ships here. */
  public static final class FashionMini extends CifarShaped {
    public FashionMini() {
      super(new FashionMnist.Mini());
    }
  }

  @Override
  public String name() {
    return source.name() + "-3x32x32";
  }

  @Override
  public String summary() {
    return source.name() + " in CIFAR's shape: padded to 32x32, three equal channels";
  }

  @Override
  public String licence() {
    return source.licence();
  }

  @Override
  public Optional<String> locate(DataHome home) {
    return source.locate(home);
  }

  @Override
  public List<FileCheck> verify(DataHome home) throws IOException {
    return source.verify(home);
  }

  @Override
  public byte[] payload(DataHome home, DataFile file) throws IOException {
    return source.payload(home, file);
  }

  @Override
  public void fetch(DataHome home, FetchProgress progress) throws IOException {
    source.fetch(home, progress);
  }

  @Override
  public synchronized Dataset load(DataHome home) throws IOException {
    if (shaped == null) {
      var grey = source.load(home);
      shaped =
          new Dataset(
              name(),
              grey.classNames(),
              grey.normalization().repeated(CHANNELS),
              shaped(grey.trainImages()),
              grey.trainLabels(),
              shaped(grey.testImages()),
              grey.testLabels());
    }
    return shaped;
  }

  private static Images shaped(Images grey) {
    int top = (SIDE - grey.height()) / 2;
    int left = (SIDE - grey.width()) / 2;
    var pixels = new byte[Math.multiplyExact(grey.count(), CHANNELS * SIDE * SIDE)];
    for (int image = 0; image < grey.count(); image++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        for (int row = 0; row < grey.height(); row++) {
          int at = ((image * CHANNELS + channel) * SIDE + top + row) * SIDE + left;
          for (int column = 0; column < grey.width(); column++) {
            pixels[at + column] = (byte) grey.pixel(image, 0, row, column);
          }
        }
      }
    }
    return new Images(CHANNELS, SIDE, SIDE, pixels);
  }
}
