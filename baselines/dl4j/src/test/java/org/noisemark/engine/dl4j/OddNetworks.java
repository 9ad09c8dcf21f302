package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.engine.Samples;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.nn.Layer.Residual;
import org.noisemark.nn.Network;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** Orders of layers in which computing in place, or leaving out a gradient, could go wrong. */
final class OddNetworks {
  private static final int CLASSES = 3;

  private OddNetworks() {}

  /** Returns these and the networks of the engine contract. */
  static Stream<Network> andSamples() {
    return Stream.concat(all(), Samples.networks().stream());
  }

  static Stream<Network> all() {
    var identity = List.<Layer>of();
    return Stream.of(
        network("relu-of-images", Activation.RELU, convolution(2, 3)),
        network("tanh-then-relu", convolution(2, 3), Activation.TANH, Activation.RELU),
        network("normalized-images", new BatchNormalization(2), convolution(2, 3)),
        network("pooled-images", new MaxPooling(2, 2), convolution(2, 3)),
        network("overlapping-windows", convolution(2, 3), new MaxPooling(3, 2)),
        network("large-patches", new Convolution(2, 3, 5, 1, 2, true), Activation.TANH),
        network("strided-patches", new Convolution(2, 3, 3, 2, 1, true), Activation.TANH),
        network(
            "normalized-dense",
            new Dense(72, 5),
            new BatchNormalization(5),
            Activation.RELU,
            new Dense(5, 4)),
        network("residual-of-images", new Residual(List.of(convolution(2, 2)), identity)),
        network(
            "activation-before-convolution",
            convolution(2, 3),
            new Residual(
                List.of(new BatchNormalization(3), Activation.RELU, convolution(3, 3)), identity),
            new Residual(List.of(Activation.TANH, convolution(3, 3)), identity)),
        network(
            "nested-residuals",
            convolution(2, 3),
            new Residual(
                List.of(
                    new Residual(List.of(convolution(3, 3), Activation.TANH), identity),
                    Activation.RELU),
                List.of(convolution(3, 3), new BatchNormalization(3))),
            new Residual(identity, identity),
            new GlobalAveragePooling()));
  }

  private static Convolution convolution(int inputs, int outputs) {
    return new Convolution(inputs, outputs, 3, 1, 1, true);
  }

  private static Network network(String name, Layer... layers) {
    var shape = new Shape(2, 6, 6);
    var all = new ArrayList<>(List.of(layers));
    all.add(new Dense(Shapes.after(all, shape).size(), CLASSES));
    return new Network(name, shape, CLASSES, all);
  }
}
