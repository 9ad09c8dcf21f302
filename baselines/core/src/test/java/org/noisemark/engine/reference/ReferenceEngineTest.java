package org.noisemark.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.engine.Vector;
import org.noisemark.nn.Network;

class ReferenceEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new ReferenceEngine();
  }

  @Override
  protected double roundoff() {
    return Math.scalb(1.0, -53);
  }

  /** The reference agrees with itself in the contract; here it is held against the definition. */
  @ParameterizedTest
  @MethodSource("org.noisemark.engine.Samples#networks")
  void gradientIsTheSlopeOfTheLoss(Network network) {
    try (Model model = engine().build(network, Device.CPU)) {
      var examples = model.load(Samples.images(network, 6, 1), Samples.normalization(network));
      Batch batch = Samples.batch(network, 6, 2);
      double[] w = Samples.parameters(network.layout(), 3);
      model.parameters().write(w);
      Vector gradient = model.newVector();
      model.lossAndGradient(examples, batch, gradient, Pass.PERTURBED);
      double[] analytic = gradient.read();
      // Central differences: truncation h² and rounding 1e-16 / h meet near h = 1e-5.
      double h = 1e-5;
      Vector ignored = model.newVector();
      for (int i = 0; i < w.length; i++) {
        double at = w[i];
        w[i] = at + h;
        model.parameters().write(w);
        double above = model.lossAndGradient(examples, batch, ignored, Pass.PERTURBED).value();
        w[i] = at - h;
        model.parameters().write(w);
        double below = model.lossAndGradient(examples, batch, ignored, Pass.PERTURBED).value();
        w[i] = at;
        assertEquals((above - below) / (2 * h), analytic[i], 1e-7, network.name() + " " + i);
      }
    }
  }
}
