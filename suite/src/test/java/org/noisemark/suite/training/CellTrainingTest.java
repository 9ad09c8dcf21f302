package org.noisemark.suite.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.Flops;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.suite.checkpoint.Position;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.harness.Tiny;
import org.noisemark.suite.meters.Meters;
import org.noisemark.suite.meters.StepTimes;
import org.noisemark.suite.plan.Plan;

/** A device that computes beside the processor is asked for many steps at once. */
class CellTrainingTest {
  private static final Deadline NONE = new Deadline(Duration.ZERO);

  /** Small batches, so that an epoch of 360 examples has 90 steps. */
  private static final String SUITE = Tiny.SUITE.replace("batch_size: 32", "batch_size: 4");

  /** The reference engine's model; counts what a device of its own would wait for. */
  private static final class LateModel implements Model {
    private final Model model;
    private int passes;
    private final List<Integer> passesBetweenWaits = new ArrayList<>();

    private LateModel(Model model) {
      this.model = model;
    }

    @Override
    public Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass) {
      passes++;
      var loss = model.lossAndGradient(examples, batch, gradient, pass);
      return () -> {
        assertEquals(0, passes, "a loss read in the middle of a block stalls the device");
        return loss.value();
      };
    }

    @Override
    public void synchronize() {
      passesBetweenWaits.add(passes);
      passes = 0;
    }

    @Override
    public double[] readStatistics() {
      return model.readStatistics();
    }

    @Override
    public void writeStatistics(double[] statistics) {
      model.writeStatistics(statistics);
    }

    @Override
    public ParameterLayout layout() {
      return model.layout();
    }

    @Override
    public Vector parameters() {
      return model.parameters();
    }

    @Override
    public Vector newVector() {
      return model.newVector();
    }

    @Override
    public Examples load(Images images, Normalization normalization) {
      return model.load(images, normalization);
    }

    @Override
    public float[] logits(Examples examples, int[] rows) {
      return model.logits(examples, rows);
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /** What one training did. */
  private record Trained(
      List<Double> losses, double[] parameters, LateModel model, Meters meters) {}

  private static Trained train(String suite, Device device, int cellIndex, int epochs)
      throws Exception {
    var read = SuiteReader.read("tiny.yaml", suite);
    var cell = Plan.of(read, "reference", device, OptionalInt.empty()).cells().get(cellIndex);
    var data = new Preparation(name -> Tiny.DATA).of(cell);
    var network = CellRunner.network(cell, data);
    var meters = new Meters();
    try (var model = new LateModel(Engines.named("reference").build(network, Device.CPU))) {
      var examples = model.load(Tiny.DATA.trainImages(), Tiny.DATA.normalization());
      var training = new CellTraining(cell, data, model, examples, Flops.gradient(network), meters);
      var losses = new ArrayList<Double>();
      for (int epoch = 1; epoch <= epochs; epoch++) {
        losses.add(training.epoch(new Position(epoch, 0, 0, 0), NONE, position -> {}));
      }
      return new Trained(losses, model.parameters().read(), model, meters);
    }
  }

  @Test
  void trainsTheSameInBlocks() throws Exception {
    for (int cell = 0; cell < 2; cell++) {
      var steps = train(SUITE, Device.CPU, cell, 3);
      var blocks = train(SUITE, Device.CUDA, cell, 3);
      assertEquals(steps.losses(), blocks.losses());
      assertArrayEquals(steps.parameters(), blocks.parameters());
      assertEquals(
          steps.meters().passes().gradientEvaluations(),
          blocks.meters().passes().gradientEvaluations());
    }
  }

  @Test
  void waitsAfterEachStepOnTheProcessorAndAfterEachBlockElsewhere() throws Exception {
    var steps = train(SUITE, Device.CPU, 0, 1).model().passesBetweenWaits;
    assertEquals(90, steps.size());
    assertTrue(steps.stream().allMatch(passes -> passes == 1), steps.toString());

    var blocks = train(SUITE, Device.CUDA, 0, 1).model().passesBetweenWaits;
    assertEquals(List.of(StepTimes.WARMUP, 32, 32, 90 - 64 - StepTimes.WARMUP), blocks);
  }

  @Test
  void namesTheFirstStepThatDivergedWhereverItLiesInABlock() {
    var wild = SUITE.replace("learning_rate: 0.05", "learning_rate: 1e4\n  momentum: 0.99");
    var onProcessor =
        assertThrows(DivergedException.class, () -> train(wild, Device.CPU, 0, 3)).getMessage();
    var inBlocks =
        assertThrows(DivergedException.class, () -> train(wild, Device.CUDA, 0, 3)).getMessage();
    assertEquals(onProcessor, inBlocks);
    assertTrue(onProcessor.matches("the loss became .* in step \\d+ \\(epoch 1\\)"), onProcessor);
  }
}
