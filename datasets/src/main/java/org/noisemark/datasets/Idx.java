package org.noisemark.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the IDX format of MNIST: a magic number (two zero bytes, the type 0x08 for unsigned bytes,
 * the number of dimensions), each dimension as a big-endian int, then the bytes, last dimension
 * fastest.
 *
 * <p>A file that differs from what is expected is refused with one line that names the file, what
 * was found and what was expected.
 */
final class Idx {
  private static final int LABELS = 0x00000801;
  private static final int IMAGES = 0x00000803;

  private Idx() {}

  /** Reads that many grey images of that shape. */
  static Images images(Payload payload, int count, int height, int width) throws IOException {
    int header = check(payload, IMAGES, "images", count, height, width);
    byte[] bytes = payload.bytes();
    return new Images(1, height, width, Arrays.copyOfRange(bytes, header, bytes.length));
  }

  /** Reads that many labels, each 0 to {@code classes} − 1. */
  static int[] labels(Payload payload, int count, int classes) throws IOException {
    int header = check(payload, LABELS, "labels", count);
    var labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = payload.bytes()[header + i] & 0xFF;
      if (labels[i] >= classes) {
        throw error(payload, "label " + labels[i] + " at index " + i, "0 to " + (classes - 1));
      }
    }
    return labels;
  }

  /** Returns the length of the header. */
  private static int check(Payload payload, int magic, String what, int... dimensions)
      throws IOException {
    int header = 4 + 4 * dimensions.length;
    byte[] bytes = payload.bytes();
    long expected = header + Arrays.stream(dimensions).asLongStream().reduce(1, (a, b) -> a * b);
    String size = expected + " bytes of IDX " + what;
    if (bytes.length < header) {
      throw error(payload, bytes.length + " bytes, too few for a header", size);
    }
    var in = ByteBuffer.wrap(bytes);
    int found = in.getInt();
    if (found != magic) {
      throw error(payload, describe(found), "IDX " + what + " (" + hex(magic) + ")");
    }
    var shape = new int[dimensions.length];
    Arrays.setAll(shape, i -> in.getInt());
    if (!Arrays.equals(shape, dimensions)) {
      throw error(payload, what + " of shape " + text(shape), "shape " + text(dimensions));
    }
    if (bytes.length < expected) {
      throw error(payload, "only " + bytes.length + " bytes (cut off)", size);
    }
    if (bytes.length > expected) {
      throw error(payload, "bytes after the end", size);
    }
    return header;
  }

  private static String describe(int magic) {
    return switch (magic) {
      case LABELS -> "IDX labels (" + hex(magic) + ")";
      case IMAGES -> "IDX images (" + hex(magic) + ")";
      default -> "a file that starts with " + hex(magic);
    };
  }

  private static String hex(int magic) {
    return String.format(Locale.ROOT, "0x%08X", magic);
  }

  private static String text(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toUnsignedString)
        .reduce((a, b) -> a + "x" + b)
        .orElse("");
  }

  private static IOException error(Payload payload, String found, String expected) {
    return new IOException(payload.where() + ": found " + found + ", expected " + expected);
  }
}
