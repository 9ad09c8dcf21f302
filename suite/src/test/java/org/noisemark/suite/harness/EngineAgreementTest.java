package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Bound;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Engines;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.engine.Vector;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

/**
 * From the same initial parameters and the same batch, two independent libraries compute the same
 * loss and gradient, each within rounding of the float64 reference. An engine that is not there
 * fails the test.
 */
@Tag("slow")
class EngineAgreementTest {
  @ParameterizedTest
  @CsvSource({"mlp, 1, 28, 8, 4711", "cnn, 1, 12, 4, 4711", "resnet20, 1, 12, 4, 3"})
  void deeplearning4jAndLibtorchAgree(
      String name, int channels, int side, int batchSize, long seed) {
    Network network = Networks.named(name, new Shape(channels, side, side), 10);
    Batch batch = Samples.batch(network, batchSize, seed);
    double[] start = InitialParameters.draw(network.layout(), seed);
    Engine reference = Engines.named("reference");
    double[] exact = lossAndGradient(reference, network, batch, seed, start);
    double[] dl4j = lossAndGradient(Engines.named("dl4j"), network, batch, seed, start);
    double[] libtorch = lossAndGradient(Engines.named("libtorch"), network, batch, seed, start);

    int longestSum =
        Math.max(
            network.layout().segments().stream().mapToInt(s -> s.fanIn()).max().orElseThrow(),
            batchSize * side * side);
    // Rounding errors are random enough that n of them add up to √n u, not to n u (Higham, Mary,
    // SIAM Journal on Scientific Computing 2019).
    double bound =
        Bound.of(
            start,
            Math.sqrt(longestSum) * Bound.FLOAT32,
            parameters -> lossAndGradient(reference, network, batch, seed, parameters));
    double norm = Bound.distance(exact, new double[exact.length]);
    // Where a shake takes a ReLU or a maximum across its kink, the gradient jumps: at such a point
    // the bound is a hundred times as wide and tells nothing, and another seed is to be taken.
    assertTrue(bound < 1e-4 * norm, "bound " + bound + " for a norm of " + norm + ": a kink");
    assertWithin(bound, "dl4j", exact, dl4j);
    assertWithin(bound, "libtorch", exact, libtorch);
    assertWithin(2 * bound, "dl4j and libtorch", dl4j, libtorch);
  }

  private static void assertWithin(double bound, String what, double[] expected, double[] actual) {
    double distance = Bound.distance(expected, actual);
    assertTrue(distance <= bound, () -> what + ": off by " + distance + ", bound " + bound);
  }

  /** The gradient, and the loss behind it. */
  private static double[] lossAndGradient(
      Engine engine, Network network, Batch batch, long seed, double[] parameters) {
    try (Model model = engine.build(network, Device.CPU)) {
      model.parameters().write(parameters);
      Examples examples =
          model.load(Samples.images(network, batch.size(), seed), Samples.normalization(network));
      Vector gradient = model.newVector();
      double loss = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
      double[] result = Arrays.copyOf(gradient.read(), gradient.length() + 1);
      result[gradient.length()] = loss;
      return result;
    }
  }
}
