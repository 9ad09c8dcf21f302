package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Bound;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.nn.Network;

/** The whole contract in bfloat16, within what its 8 significant bits allow. */
@Tag("slow")
class Bfloat16Test extends EngineContract {
  /** Unit roundoff of 8 significant bits. */
  private static final double BFLOAT16 = Math.scalb(1.0, -8);

  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }

  @Override
  protected String precision() {
    return "bfloat16";
  }

  /**
   * Sums are of float32, so their length plays no part: what counts is how often a number is
   * rounded on its way through a layer. Forward a product's two factors and its result are, and
   * backward, in each of the two products, the gradient that comes in and the one that goes out.
   */
  @Override
  protected double gamma(Network network, Batch batch) {
    return (3 + 2 * 2) * BFLOAT16;
  }

  /** Were products of float32, the gradient would be a thousand times nearer the exact one. */
  @ParameterizedTest
  @MethodSource("networks")
  void roundsWhatItMultiplies(Network network) {
    double[] parameters = Samples.parameters(network.layout(), 5);
    double[] in32 = gradient(network, "float32", parameters);
    double[] in16 = gradient(network, "bfloat16", parameters);
    double norm = Bound.distance(in32, new double[in32.length]);
    double distance = Bound.distance(in32, in16);
    assertTrue(distance > BFLOAT16 / 16 * norm, network.name() + ": off by " + distance / norm);
  }

  private static double[] gradient(Network network, String precision, double[] parameters) {
    try (Model model = new LibtorchEngine().build(network, Device.CPU, precision)) {
      model.parameters().write(parameters);
      var examples = model.load(Samples.images(network, 8, 5), Samples.normalization(network));
      var gradient = model.newVector();
      model.lossAndGradient(examples, Samples.batch(network, 8, 5), gradient, Pass.CLEAN);
      return gradient.read();
    }
  }
}
