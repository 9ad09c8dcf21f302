package org.noisemark.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Seeds;
import org.noisemark.datasets.Transform;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.suite.training.ParameterHash;

/** What every side of a comparison trains on, and from: random images and initial parameters. */
final class PeerWorkload {
  private static final int IMAGES = 1024;

  /** Those that {@code networks.py} has as well. */
  private static final List<String> NETWORKS = List.of("mlp", "cnn", "resnet20", "resnet18");

  private static final int CLASSES = 10;
  private static final long SEED = 1;

  private final Images images;
  private final int[] labels;
  private final Normalization normalization;

  PeerWorkload(Shape shape) {
    var random = Seeds.generator(SEED, "peers");
    var pixels = new byte[IMAGES * shape.size()];
    random.nextBytes(pixels);
    images = new Images(shape.channels(), shape.height(), shape.width(), pixels);
    labels = new int[IMAGES];
    Arrays.setAll(labels, i -> random.nextInt(CLASSES));
    var half = new double[shape.channels()];
    Arrays.fill(half, 0.5);
    normalization = new Normalization(half, half);
  }

  Images images() {
    return images;
  }

  Normalization normalization() {
    return normalization;
  }

  /** Returns the first examples. */
  Batch batch() {
    var rows = new int[Workload.BATCH];
    Arrays.setAll(rows, i -> i);
    return new Batch(rows, Arrays.copyOf(labels, rows.length));
  }

  Network network(String name) {
    var input = new Shape(images.channels(), images.height(), images.width());
    return Networks.named(name, input, CLASSES);
  }

  static double[] initialParameters(Network network) {
    return InitialParameters.draw(network.layout(), SEED);
  }

  /**
   * Writes it all for the peers, little-endian: the normalized images [image, channel, row, column]
   * and each network's parameters in the canonical order as float32, the labels as int64, and
   * channels, height, width and classes as text.
   */
  void write(Path directory) throws IOException {
    var shape =
        String.format(
            Locale.ROOT,
            "%d %d %d %d%n",
            images.channels(),
            images.height(),
            images.width(),
            CLASSES);
    AtomicFile.write(directory.resolve("shape"), shape.getBytes(StandardCharsets.US_ASCII));
    var pixels = new float[IMAGES * images.size()];
    for (int i = 0; i < IMAGES; i++) {
      images.gather(i, Transform.IDENTITY, normalization, pixels, i * images.size());
    }
    AtomicFile.write(directory.resolve("images.f32"), bytes(pixels));
    var bytes = buffer(IMAGES * Long.BYTES);
    Arrays.stream(labels).forEach(bytes::putLong);
    AtomicFile.write(directory.resolve("labels.i64"), bytes.array());
    for (var name : NETWORKS) {
      AtomicFile.write(
          directory.resolve(name + ".parameters.f32"),
          bytes(ParameterHash.floats(initialParameters(network(name)))));
    }
  }

  static byte[] bytes(float[] values) {
    var buffer = buffer(values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
