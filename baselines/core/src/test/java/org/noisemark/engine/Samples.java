package org.noisemark.engine;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.Dropout;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.LayerNormalization;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.nn.Layer.Residual;
import org.noisemark.nn.Network;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** Small networks, one for each layer kind, and random images for them. */
public final class Samples {
  private static final int CLASSES = 4;

  private Samples() {}

  /** Returns a network for each layer kind, small enough for finite differences. */
  public static List<Network> networks() {
    return List.of(
        network("dense", new Shape(1, 2, 3)),
        network("relu", new Shape(1, 3, 3), new Dense(9, 7), Activation.RELU),
        network("tanh", new Shape(1, 3, 3), new Dense(9, 7), Activation.TANH),
        network("convolution", new Shape(2, 5, 5), new Convolution(2, 3, 3, 1, 0, true)),
        network("same-convolution", new Shape(1, 4, 4), new Convolution(1, 3, 3, 1, 1, false)),
        network("strided-convolution", new Shape(3, 6, 6), new Convolution(3, 2, 3, 2, 1, false)),
        network("strided-1x1", new Shape(3, 6, 6), new Convolution(3, 2, 1, 2, 0, true)),
        network("max-pooling", new Shape(2, 5, 5), new MaxPooling(2, 2)),
        network(
            "convolution-pooling",
            new Shape(1, 6, 6),
            new Convolution(1, 3, 3, 1, 1, true),
            Activation.RELU,
            new MaxPooling(2, 2)),
        network(
            "global-average",
            new Shape(2, 5, 4),
            new Convolution(2, 3, 3, 1, 1, true),
            Activation.TANH,
            new GlobalAveragePooling()),
        network(
            "batch-normalization",
            new Shape(2, 4, 4),
            new Convolution(2, 3, 3, 1, 1, false),
            new BatchNormalization(3),
            Activation.RELU),
        network("layer-normalization-of-the-input", new Shape(2, 3, 3), new LayerNormalization(2)),
        network(
            "layer-normalization",
            new Shape(2, 4, 4),
            new Convolution(2, 3, 3, 1, 1, false),
            new LayerNormalization(3),
            Activation.RELU,
            new Convolution(3, 3, 3, 1, 1, false),
            new LayerNormalization(3)),
        network("dropout-of-the-input", new Shape(2, 3, 3), new Dropout(0.3)),
        network(
            "dropout",
            new Shape(2, 4, 4),
            new Convolution(2, 3, 3, 1, 1, true),
            new Dropout(0.5),
            Activation.TANH,
            new MaxPooling(2, 2),
            new Dropout(0.25),
            new Dense(12, 9),
            Activation.RELU,
            new Dropout(0.5)),
        network("identity-residual", new Shape(2, 4, 4), block(2, 2, 1), Activation.RELU),
        network(
            "projected-residual",
            new Shape(2, 6, 6),
            block(2, 3, 2),
            Activation.RELU,
            block(3, 3, 1),
            Activation.RELU,
            new GlobalAveragePooling()));
  }

  /** Returns a dense network of n inputs. */
  public static Network dense(int inputs) {
    return network("dense-" + inputs, new Shape(1, 1, inputs));
  }

  private static Network network(String name, Shape input, Layer... layers) {
    var all = new java.util.ArrayList<>(List.of(layers));
    all.add(new Dense(Shapes.after(all, input).size(), CLASSES));
    return new Network(name, input, CLASSES, all);
  }

  private static Residual block(int inputs, int outputs, int stride) {
    var shortcut =
        inputs == outputs
            ? List.<Layer>of()
            : List.<Layer>of(
                new Convolution(inputs, outputs, 1, stride, 0, false),
                new BatchNormalization(outputs));
    return new Residual(
        List.of(
            new Convolution(inputs, outputs, 3, stride, 1, false),
            new BatchNormalization(outputs),
            Activation.RELU,
            new Convolution(outputs, outputs, 3, 1, 1, false),
            new BatchNormalization(outputs)),
        shortcut);
  }

  /** Returns random images that fit a network. */
  public static Images images(Network network, int count, long seed) {
    var pixels = new byte[count * network.input().size()];
    random(seed).nextBytes(pixels);
    var shape = network.input();
    return new Images(shape.channels(), shape.height(), shape.width(), pixels);
  }

  public static Normalization normalization(Network network) {
    var means = new double[network.input().channels()];
    var deviations = new double[means.length];
    java.util.Arrays.fill(means, 0.4);
    java.util.Arrays.fill(deviations, 0.3);
    return new Normalization(means, deviations);
  }

  /** Returns rows 0 to size − 1 with random labels and seeds. */
  public static Batch batch(Network network, int size, long seed) {
    var random = random(seed);
    int[] rows = IntStream.range(0, size).toArray();
    int[] labels = random.ints(size, 0, network.classes()).toArray();
    return new Batch(
        rows, labels, untouched(size), random.longs(size).toArray(), Optional.empty(), 0);
  }

  /** Returns such a batch, mixed and with smoothed labels. */
  public static Batch mixed(Network network, int size, long seed) {
    var random = random(seed + 1);
    var batch = batch(network, size, seed);
    var mixup =
        new Batch.Mixup(
            random.ints(size, 0, size).toArray(),
            random.ints(size, 0, network.classes()).toArray(),
            untouched(size),
            random.doubles(size).toArray());
    return new Batch(
        batch.rows(), batch.labels(), untouched(size), batch.seeds(), Optional.of(mixup), 0.1);
  }

  private static List<Transform> untouched(int size) {
    return Collections.nCopies(size, Transform.IDENTITY);
  }

  /** Returns initial parameters, moved off the zeros and ones of biases and normalization. */
  public static double[] parameters(ParameterLayout layout, long seed) {
    double[] values = InitialParameters.draw(layout, seed);
    var random = random(seed + 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] + 0.2 * (random.nextDouble() - 0.5));
    }
    return values;
  }

  public static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }
}
