package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Bound;
import org.noisemark.engine.Device;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.nn.Network;

/** In float64 ND4J computes without oneDNN, in float32 with it: both must be right. */
@Tag("slow")
class GradientTest {
  private static final long SEED = 99;
  private static final int ROWS = 5;

  static Stream<Network> networks() {
    return OddNetworks.andSamples();
  }

  static Stream<Network> oddNetworks() {
    return OddNetworks.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void float64AgreesWithFiniteDifferences(Network network) {
    double[] parameters = Samples.parameters(network.layout(), SEED);
    try (var model = Dl4jEngine.build(network, DataType.DOUBLE)) {
      double[] gradient = lossAndGradient(model, network, parameters);
      double step = 1e-5;
      for (int i = 0; i < parameters.length; i++) {
        double above = loss(model, network, parameters, i, step);
        double below = loss(model, network, parameters, i, -step);
        // The truncation error is step²/6 times a third derivative, the rounding 1e-16/step.
        assertEquals((above - below) / (2 * step), gradient[i], 1e-7, "parameter " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("oddNetworks")
  void float32AgreesWithTheReference(Network network) {
    double[] parameters = Samples.parameters(network.layout(), SEED);
    try (var model = Dl4jEngine.build(network, DataType.FLOAT)) {
      double[] actual = lossAndGradient(model, network, parameters);
      double distance = Bound.distance(reference(network, parameters), actual);
      double longestSum = Math.max(72, ROWS * 36);
      double bound = Bound.of(parameters, longestSum * Bound.FLOAT32, p -> reference(network, p));
      assertTrue(distance <= bound, () -> "off by " + distance + ", bound " + bound);
    }
  }

  private static double[] reference(Network network, double[] parameters) {
    try (var model = new ReferenceEngine().build(network, Device.CPU)) {
      return lossAndGradient(model, network, parameters);
    }
  }

  private static double loss(
      Model model, Network network, double[] parameters, int index, double step) {
    double[] moved = parameters.clone();
    moved[index] += step;
    double[] result = lossAndGradient(model, network, moved);
    return result[result.length - 1];
  }

  /** The gradient, and the loss behind it. */
  private static double[] lossAndGradient(Model model, Network network, double[] parameters) {
    model.parameters().write(parameters);
    var gradient = model.newVector();
    var examples = model.load(Samples.images(network, ROWS, SEED), Samples.normalization(network));
    Batch batch = Samples.batch(network, ROWS, SEED);
    double loss = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
    double[] result = Arrays.copyOf(gradient.read(), gradient.length() + 1);
    result[gradient.length()] = loss;
    return result;
  }
}
