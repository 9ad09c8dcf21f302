package org.noisemark.datasets;

/**
 * Images of one shape as unsigned bytes, in the order [image, channel, row, column], or rows of a
 * table as numbers, each feature a channel of 1 x 1. Immutable, and shared by all the workers of a
 * process.
 */
public final class Images {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] pixels;
  private final float[] features;
  private final boolean isTable;

  /**
   * Takes over {@code pixels}, which the caller must not touch afterwards (a copy of CIFAR would
   * cost 150 MB).
   *
   * @throws IllegalArgumentException if a side is not positive or the bytes are no whole number of
   *     images
   */
  public Images(int channels, int height, int width, byte[] pixels) {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "image shape must be positive, got " + channels + "x" + height + "x" + width);
    }
    if (pixels.length % (channels * height * width) != 0) {
      throw new IllegalArgumentException(
          pixels.length
              + " bytes are no whole number of images of "
              + channels
              + "x"
              + height
              + "x"
              + width);
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.pixels = pixels;
    this.features = new float[0];
    this.isTable = false;
  }

  private Images(int channels, float[] features) {
    this.channels = channels;
    this.height = 1;
    this.width = 1;
    this.pixels = new byte[0];
    this.features = features;
    this.isTable = true;
  }

  /**
   * Returns the rows of a table as images of {@code columns} x 1 x 1, whose values a network reads
   * as they are: they are standardized already.
   *
   * @param features [row][column], finite; not to be touched afterwards
   * @throws IllegalArgumentException if there is no column, a value is not finite, or the values
   *     are no whole number of rows
   */
  public static Images ofFeatures(int columns, float[] features) {
    if (columns < 1 || features.length % columns != 0) {
      throw new IllegalArgumentException(
          features.length + " values are no whole number of rows of " + columns + " columns");
    }
    for (int i = 0; i < features.length; i++) {
      if (!Float.isFinite(features[i])) {
        throw new IllegalArgumentException(
            "row "
                + i / columns
                + ", column "
                + i % columns
                + ": "
                + features[i]
                + " is not finite");
      }
    }
    return new Images(columns, features);
  }

  /** Returns whether these are rows of a table, which no augmentation can vary. */
  public boolean areFeatures() {
    return isTable;
  }

  public int count() {
    return (isTable ? features.length : pixels.length) / size();
  }

  public int channels() {
    return channels;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Returns the number of values in one image: channels × height × width. */
  public int size() {
    return channels * height * width;
  }

  /**
   * Returns one value, 0–255.
   *
   * @throws IndexOutOfBoundsException for the rows of a table, which have no pixels
   */
  public int pixel(int image, int channel, int row, int column) {
    return pixels[((image * channels + channel) * height + row) * width + column] & 0xFF;
  }

  /** Returns one value: of an image 0–255, of a table's row the standardized feature. */
  public double value(int image, int channel, int row, int column) {
    return isTable ? features[image * channels + channel] : pixel(image, channel, row, column);
  }

  /** Returns a copy of the given images, in the given order. */
  public Images select(int[] rows) {
    int size = size();
    if (isTable) {
      var selected = new float[rows.length * size];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(features, rows[i] * size, selected, i * size, size);
      }
      return new Images(channels, selected);
    }
    var selected = new byte[rows.length * size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(pixels, rows[i] * size, selected, i * size, size);
    }
    return new Images(channels, height, width, selected);
  }

  /**
   * Writes one image, transformed and then normalized, into {@code out} from {@code offset} on, in
   * the order [channel, row, column]. The row of a table is written as it is.
   */
  public void gather(
      int image, Transform transform, Normalization normalization, float[] out, int offset) {
    if (isTable) {
      System.arraycopy(features, image * channels, out, offset, channels);
      return;
    }
    int at = offset;
    for (int channel = 0; channel < channels; channel++) {
      float[] table = normalization.table(channel);
      int plane = (image * channels + channel) * height * width;
      if (transform == Transform.IDENTITY) {
        for (int i = 0; i < height * width; i++) {
          out[at++] = table[pixels[plane + i] & 0xFF];
        }
        continue;
      }
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          out[at++] = transformed(plane, row, column, transform, table);
        }
      }
    }
  }

  /**
   * Writes the images of a batch, transformed, normalized and then mixed, into {@code out}:
   * [example, channel, row, column].
   */
  public void gather(Batch batch, Normalization normalization, float[] out) {
    for (int i = 0; i < batch.size(); i++) {
      gather(batch.rows()[i], batch.transforms().get(i), normalization, out, i * size());
    }
    if (batch.mixup().isPresent()) {
      mix(batch.mixup().get(), normalization, out);
    }
  }

  private void mix(Batch.Mixup mixup, Normalization normalization, float[] out) {
    var other = new float[size()];
    for (int i = 0; i < mixup.rows().length; i++) {
      gather(mixup.rows()[i], mixup.transforms().get(i), normalization, other, 0);
      float share = (float) mixup.share()[i];
      for (int j = 0; j < other.length; j++) {
        int at = i * other.length + j;
        out[at] = share * out[at] + (1 - share) * other[j];
      }
    }
  }

  private float transformed(int plane, int row, int column, Transform transform, float[] table) {
    if (transform.cutsOut(row, column)) {
      return 0f;
    }
    int sourceRow = row + transform.shiftRows();
    int sourceColumn = column + transform.shiftColumns();
    if (sourceRow < 0 || sourceRow >= height || sourceColumn < 0 || sourceColumn >= width) {
      return table[0]; // outside the image lies black padding, normalized like every pixel
    }
    int from = transform.flip() ? width - 1 - sourceColumn : sourceColumn;
    return table[pixels[plane + sourceRow * width + from] & 0xFF];
  }
}
