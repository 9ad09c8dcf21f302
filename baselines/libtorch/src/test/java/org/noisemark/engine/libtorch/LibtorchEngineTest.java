package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;

@Tag("slow")
class LibtorchEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }

  /** Another pass's loss in its place would be a wrong learning curve. */
  @Test
  void refusesALossThatItHasOverwritten() {
    var network = Samples.dense(6);
    try (var model = build(network)) {
      var examples = model.load(Samples.images(network, 8, 1), Samples.normalization(network));
      var gradient = model.newVector();
      var batch = Samples.batch(network, 8, 1);
      Loss first = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
      for (int pass = 1; pass < Loss.KEPT; pass++) {
        model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
      }
      first.value();
      model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
      var error = assertThrows(IllegalStateException.class, first::value);
      assertEquals("a loss was asked for after 256 others, 256 are kept", error.getMessage());
    }
  }

  @Test
  void refusesALossThatWasNotReadBeforeClose() {
    var network = Samples.dense(6);
    Loss loss;
    try (var model = build(network)) {
      var examples = model.load(Samples.images(network, 8, 1), Samples.normalization(network));
      loss =
          model.lossAndGradient(
              examples, Samples.batch(network, 8, 1), model.newVector(), Pass.CLEAN);
    }
    assertThrows(IllegalStateException.class, loss::value);
  }
}
