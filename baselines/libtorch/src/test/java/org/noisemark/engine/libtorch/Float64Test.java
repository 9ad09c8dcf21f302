package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Bound;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Samples;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.nn.Network;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.TrainingState;

/** The same code in float64, within float64's bounds. */
@Tag("slow")
class Float64Test extends EngineContract {
  private static final Set<String> ONE_OF_EACH_FAMILY =
      Set.of("relu", "convolution-pooling", "projected-residual");

  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }

  @Override
  protected String precision() {
    return "float64";
  }

  @Override
  protected double roundoff() {
    return Math.scalb(1.0, -53);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sam", "asam", "psam", "fsam"})
  void tenStepsAgreeWithTheReferenceToNineDigits(String optimizer) {
    for (Network network : Samples.networks()) {
      if (ONE_OF_EACH_FAMILY.contains(network.name())) {
        double[] start = Samples.parameters(network.layout(), 11);
        double[] expected =
            tenSteps(new ReferenceEngine().build(network, Device.CPU), network, optimizer, start);
        double moved = Bound.distance(start, expected);
        double off = Bound.distance(expected, tenSteps(build(network), network, optimizer, start));
        assertTrue(moved > 0.01, network.name() + " moved by " + moved);
        assertTrue(off <= 1e-9, network.name() + " off by " + off);
      }
    }
  }

  private static double[] tenSteps(Model built, Network network, String optimizer, double[] start) {
    try (Model model = built) {
      model.parameters().write(start);
      Examples examples =
          model.load(Samples.images(network, 8, 11), Samples.normalization(network));
      var method =
          Optimizers.named(optimizer, Map.of())
              .start(
                  new TrainingState(
                      model, new Momentum(0.9, 5e-4, true), new Schedule.Cosine(0.05), 10, 1));
      for (int step = 0; step < 10; step++) {
        Batch batch = Samples.batch(network, 8, 11 + step);
        method.take(Objectives.always(new BatchObjective(model, examples, batch)));
      }
      return model.parameters().read();
    }
  }
}
