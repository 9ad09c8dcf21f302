package org.noisemark.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The recipe of {@code fashion-mnist-mini}: of each class the first {@value #TRAIN_PER_CLASS}
 * training and {@value #TEST_PER_CLASS} test images in the official order, kept in that order. Run
 * it with a folder to write to, and optionally the folder of Fashion-MNIST:
 *
 * <pre>java -cp datasets/target/classes:… org.noisemark.datasets.FashionMnistMini OUT [FROM]</pre>
 */
public final class FashionMnistMini {
  static final int TRAIN_PER_CLASS = 1000;
  static final int TEST_PER_CLASS = 200;

  private FashionMnistMini() {}

  /** Writes the four files, packed, into a folder. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: FashionMnistMini OUT [FROM]");
      System.exit(2);
    }
    var home = DataHome.byDefault();
    var full =
        Datasets.named("fashion-mnist")
            .load(arguments.length == 2 ? home.from(Path.of(arguments[1])) : home);
    var out = Files.createDirectories(Path.of(arguments[0]));
    for (var payload : payloads(full).entrySet()) {
      try (var packed = pack(Files.newOutputStream(out.resolve(payload.getKey() + ".gz")))) {
        packed.write(payload.getValue());
      }
    }
  }

  /** Returns the IDX bytes of the four files by name, made from the full data set. */
  static Map<String, byte[]> payloads(Dataset full) {
    int[] train = firstOfEach(full.trainLabels(), full.classes(), TRAIN_PER_CLASS);
    int[] test = firstOfEach(full.testLabels(), full.classes(), TEST_PER_CLASS);
    var payloads = new LinkedHashMap<String, byte[]>();
    payloads.put(IdxDataset.TRAIN_IMAGES, images(full.trainImages(), train));
    payloads.put(IdxDataset.TRAIN_LABELS, labels(full.trainLabels(), train));
    payloads.put(IdxDataset.TEST_IMAGES, images(full.testImages(), test));
    payloads.put(IdxDataset.TEST_LABELS, labels(full.testLabels(), test));
    return payloads;
  }

  private static int[] firstOfEach(int[] labels, int classes, int perClass) {
    return Arrays.stream(ClassRows.of(labels, classes))
        .flatMapToInt(rows -> Arrays.stream(rows).limit(perClass))
        .sorted()
        .toArray();
  }

  private static byte[] images(Images images, int[] rows) {
    var idx = ByteBuffer.allocate(16 + rows.length * images.size());
    idx.putInt(0x00000803).putInt(rows.length).putInt(images.height()).putInt(images.width());
    for (int image : rows) {
      for (int row = 0; row < images.height(); row++) {
        for (int column = 0; column < images.width(); column++) {
          idx.put((byte) images.pixel(image, 0, row, column));
        }
      }
    }
    return idx.array();
  }

  private static byte[] labels(int[] labels, int[] rows) {
    var idx = ByteBuffer.allocate(8 + rows.length).putInt(0x00000801).putInt(rows.length);
    Arrays.stream(rows).forEach(row -> idx.put((byte) labels[row]));
    return idx.array();
  }

  private static OutputStream pack(OutputStream out) throws IOException {
    return new GZIPOutputStream(out) {
      {
        def.setLevel(Deflater.BEST_COMPRESSION);
      }
    };
  }
}
