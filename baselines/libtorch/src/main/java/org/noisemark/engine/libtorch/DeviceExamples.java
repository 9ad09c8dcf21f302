package org.noisemark.engine.libtorch;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;

/**
 * Images as bytes on the device, or rows of a table as floats, gathered there: for a GPU. One
 * transfer a batch: an index for each line and each column of each image, and with cutouts one
 * more.
 *
 * <p>Each plane has one black row and one black column more than the image, [image, channel, height
 * + 1, width + 1], which stand for all padding around it.
 */
@SuppressWarnings("try") // a scope works by being open
final class DeviceExamples implements LoadedExamples {
  private final int count;
  private final int channels;
  private final int height;
  private final int width;
  private final Placement placement;
  private final boolean features;
  private final Tensor pixels;
  private final Tensor normalized;
  private final Tensor planeStarts;
  private final Tensor tableStarts;

  DeviceExamples(
      Images images, Normalization normalization, Placement placement, Ownership ownership) {
    this.count = images.count();
    this.channels = images.channels();
    this.height = images.height();
    this.width = images.width();
    this.placement = placement;
    this.features = images.areFeatures();
    var tables = new float[channels * 256];
    var planes = new long[channels];
    var entries = new long[channels];
    for (int channel = 0; channel < channels; channel++) {
      planes[channel] = (long) channel * (height + 1) * (width + 1);
      entries[channel] = channel * 256L;
      for (int value = 0; value < 256; value++) {
        tables[channel * 256 + value] = normalization.apply(channel, value);
      }
    }
    try (var scope = new PointerScope()) {
      pixels = features ? rows(images, ownership) : planes(images, ownership);
      normalized = kept(new FloatPointer(tables), ScalarType.Float, tables.length, ownership);
      planeStarts = ownership.keep(placement.longs(planes, 1, channels, 1, 1).clone());
      tableStarts = ownership.keep(placement.longs(entries, 1, channels, 1, 1).clone());
    }
  }

  private Tensor planes(Images images, Ownership ownership) {
    byte[] padded = padded(images);
    return kept(new BytePointer(padded), ScalarType.Byte, padded.length, ownership);
  }

  /** The rows of a table, laid out like images, with zeros for padding. */
  private Tensor rows(Images images, Ownership ownership) {
    int plane = (height + 1) * (width + 1);
    var padded = new float[Math.multiplyExact(count * channels, plane)];
    for (int i = 0; i < count * channels; i++) {
      padded[i * plane] = (float) images.value(i / channels, i % channels, 0, 0);
    }
    return kept(new FloatPointer(padded), ScalarType.Float, padded.length, ownership);
  }

  private Tensor kept(
      org.bytedeco.javacpp.Pointer memory, ScalarType type, int length, Ownership ownership) {
    return ownership.keep(placement.moved(Placement.wrap(memory, type, length)).clone());
  }

  private static byte[] padded(Images images) {
    int height = images.height();
    int width = images.width();
    long length = (long) images.count() * images.channels() * (height + 1) * (width + 1);
    var padded = new byte[Math.toIntExact(length)];
    int at = 0;
    for (int image = 0; image < images.count(); image++) {
      for (int channel = 0; channel < images.channels(); channel++) {
        for (int row = 0; row < height; row++) {
          for (int column = 0; column < width; column++) {
            padded[at++] = (byte) images.pixel(image, channel, row, column);
          }
          at++;
        }
        at += width + 1;
      }
    }
    return padded;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Tensor gather(Batch batch) {
    Tensor x = gather(batch.rows(), batch.transforms());
    if (batch.mixup().isEmpty()) {
      return x;
    }
    var mixup = batch.mixup().get();
    Tensor share = placement.doubles(mixup.share()).to(ScalarType.Float).view(-1, 1, 1, 1);
    Tensor rest = share.neg().add(new Scalar(1));
    return x.mul(share).add(gather(mixup.rows(), mixup.transforms()).mul(rest));
  }

  private Tensor gather(int[] rows, List<Transform> transforms) {
    boolean cuts = cuts(transforms);
    long[] places = places(rows, transforms, cuts);
    return gather(placement.longs(places, places.length), rows.length, cuts);
  }

  /** Whether anything is cut out of an image. */
  static boolean cuts(List<Transform> transforms) {
    return transforms.stream().anyMatch(transform -> transform.cutoutSize() > 0);
  }

  /**
   * Returns what is transferred of a batch: where the lines of each image start, where in them its
   * columns lie, and, with cuts, which lines and which columns each cutout covers.
   */
  long[] places(int[] rows, List<Transform> transforms, boolean cuts) {
    int n = rows.length;
    int sides = height + width;
    var places = new long[n * sides * (cuts ? 2 : 1)];
    for (int i = 0; i < n; i++) {
      locate(places, i, n, rows[i], transforms.get(i));
      if (cuts) {
        cut(places, n * sides, i, n, transforms.get(i));
      }
    }
    return places;
  }

  /** Returns the batch of these places on the device, n images; waits for nothing. */
  Tensor gather(Tensor all, int n, boolean cuts) {
    int sides = height + width;
    Tensor lines = all.narrow(0, 0, n * height).view(n, 1, height, 1);
    Tensor columns = all.narrow(0, n * height, n * width).view(n, 1, 1, width);
    Tensor taken = pixels.take(lines.add(planeStarts).add(columns));
    Tensor x = features ? taken : normalized.take(taken.to(ScalarType.Long).add(tableStarts));
    if (cuts) {
      Tensor cutLines = all.narrow(0, n * sides, n * height).view(n, 1, height, 1);
      Tensor cutColumns = all.narrow(0, n * (sides + height), n * width).view(n, 1, 1, width);
      x.masked_fill_(cutLines.mul(cutColumns).to(ScalarType.Bool), new Scalar(0));
    }
    return x;
  }

  /** Writes where each line of the image starts, and where in a line each column is read. */
  private void locate(long[] places, int i, int n, int image, Transform transform) {
    long start = (long) image * channels * (height + 1) * (width + 1);
    for (int row = 0; row < height; row++) {
      int source = row + transform.shiftRows();
      boolean inside = source >= 0 && source < height;
      places[i * height + row] = start + (long) (inside ? source : height) * (width + 1);
    }
    for (int column = 0; column < width; column++) {
      int source = column + transform.shiftColumns();
      boolean inside = source >= 0 && source < width;
      int from = transform.flip() ? width - 1 - source : source;
      places[n * height + i * width + column] = inside ? from : width;
    }
  }

  /** Writes 1 for each row and each column that the cutout covers. */
  private void cut(long[] places, int offset, int i, int n, Transform transform) {
    mark(places, offset + i * height, height, transform.cutoutRow(), transform.cutoutSize());
    int columns = offset + n * height + i * width;
    mark(places, columns, width, transform.cutoutColumn(), transform.cutoutSize());
  }

  private static void mark(long[] places, int offset, int side, int first, int size) {
    int from = Math.min(side, Math.max(0, first));
    int to = Math.max(from, Math.min(side, first + size));
    Arrays.fill(places, offset + from, offset + to, 1);
  }
}
