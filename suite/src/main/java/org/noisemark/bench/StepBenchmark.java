package org.noisemark.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.noisemark.engine.Model;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step of a mini-batch of 128. PSAM is in its window, so that every second step
 * perturbs: the mean is that of 1.5 gradients.
 *
 * <pre>suite/bin/noisemark bench --filter StepBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StepBenchmark {
  @Param({"mlp", "cnn", "resnet20"})
  public String network;

  @Param({"sgd", "sam", "asam", "psam", "fsam"})
  public String optimizer;

  @Param("dl4j")
  public String engine;

  private Model model;
  private Step step;
  private Objectives objectives;

  @Setup
  public void setUp() throws IOException {
    var dataset = Workload.images();
    model = Workload.model(engine, Workload.network(network, dataset));
    var examples = model.load(dataset.trainImages(), dataset.normalization());
    var batch = Workload.batch(dataset);
    step = step(optimizer, model);
    objectives = Objectives.always(new BatchObjective(model, examples, batch));
  }

  /** A learning rate so small that any number of steps on one batch stays where it began. */
  static Step step(String optimizer, Model model) {
    return Optimizers.named(optimizer, Map.of())
        .start(
            new TrainingState(
                model,
                new Momentum(0.9, 5e-4, false),
                new Schedule.Constant(1e-9),
                Integer.MAX_VALUE,
                1));
  }

  @Benchmark
  public double step() {
    var loss = step.take(objectives);
    model.synchronize();
    return loss.value();
  }

  @TearDown
  public void tearDown() {
    model.close();
  }
}
