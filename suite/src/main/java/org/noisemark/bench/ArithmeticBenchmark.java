package org.noisemark.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.noisemark.engine.Model;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Trainer;
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
 * What an optimizer adds to its gradients: a step whose gradients are there already. One copy of a
 * vector stands for each gradient, so the true figure is a little less.
 *
 * <pre>suite/bin/noisemark bench --filter ArithmeticBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ArithmeticBenchmark {
  @Param("resnet20")
  public String network;

  @Param({"sgd", "sam", "asam", "psam", "fsam"})
  public String optimizer;

  @Param("dl4j")
  public String engine;

  private Model model;
  private Trainer trainer;
  private Vector ready;

  @Setup
  public void setUp() throws IOException {
    model = Workload.model(engine, Workload.network(network, Workload.images()));
    trainer = StepBenchmark.trainer(optimizer, model);
    ready = model.newVector();
    var values = new double[ready.length()];
    Arrays.fill(values, 1e-3);
    ready.write(values);
  }

  @Benchmark
  public void arithmetic() {
    trainer.step(
        (gradient, pass) -> {
          gradient.copyFrom(ready);
          return () -> 0;
        });
    model.synchronize();
  }

  @TearDown
  public void tearDown() {
    model.close();
  }
}
