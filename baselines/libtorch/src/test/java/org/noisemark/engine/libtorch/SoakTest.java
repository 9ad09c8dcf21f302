package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Device;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Samples;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;

/** A step leaves nothing behind, neither for the garbage collector nor in native memory. */
@Tag("slow")
class SoakTest {
  /** What compiled code and the collector's own data may take meanwhile. */
  private static final long SLACK_BYTES = 32 << 20;

  @ParameterizedTest
  @CsvSource({"mlp, 12, 10000", "cnn, 12, 500", "resnet20, 8, 100"})
  void memoryStaysFlatOverManySteps(String name, int side, int steps) {
    Network network = Networks.named(name, new Shape(1, side, side), 10);
    try (Model model = new LibtorchEngine().build(network, Device.CPU)) {
      Examples examples = model.load(Samples.images(network, 8, 3), Samples.normalization(network));
      var method =
          Optimizers.named("fsam", Map.of())
              .start(
                  new TrainingState(
                      model,
                      new Momentum(0.9, 5e-4, false),
                      new Schedule.Cosine(0.01),
                      2L * steps,
                      1));
      train(model, examples, network, method, steps / 10);
      long pointers = Pointer.totalCount();
      long bytes = Pointer.physicalBytes();
      train(model, examples, network, method, steps);
      long left = Pointer.totalCount() - pointers; // below 0 where the collector met older ones
      assertTrue(left <= 0, () -> left + " native objects await the collector");
      long grown = Pointer.physicalBytes() - bytes;
      assertTrue(grown < SLACK_BYTES, () -> "grown by " + grown + " bytes in " + steps + " steps");
    }
  }

  private static void train(
      Model model, Examples examples, Network network, Step method, int steps) {
    for (int step = 0; step < steps; step++) {
      Batch batch = Samples.batch(network, 8, step % 5);
      method.take(Objectives.always(new BatchObjective(model, examples, batch)));
      if (step % 100 == 0) {
        model.logits(examples, new int[] {1, 2});
      }
    }
  }

  @Test
  void aClosedModelGivesAllItsMemoryBack() {
    Network network = Networks.named("cnn", new Shape(1, 12, 12), 10);
    buildAndClose(network);
    long pointers = Pointer.totalCount();
    for (int i = 0; i < 20; i++) {
      buildAndClose(network);
    }
    assertTrue(
        Pointer.totalCount() <= pointers, () -> pointers + " became " + Pointer.totalCount());
  }

  private static void buildAndClose(Network network) {
    try (Model model = new LibtorchEngine().build(network, Device.CPU)) {
      Examples examples = model.load(Samples.images(network, 8, 3), Samples.normalization(network));
      model.logits(examples, new int[] {1, 2});
    }
  }
}
