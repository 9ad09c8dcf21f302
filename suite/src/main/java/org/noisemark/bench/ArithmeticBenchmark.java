package org.noisemark.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Step;
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
  private Step step;
  private Vector ready;

  @Setup
  public void setUp() throws IOException {
    model = Workload.model(engine, Workload.network(network, Workload.images()));
    step = StepBenchmark.step(optimizer, model);
    ready = model.newVector();
    var values = new double[ready.length()];
    Arrays.fill(values, 1e-3);
    ready.write(values);
  }

  @Benchmark
  public void arithmetic() {
    step.take(Objectives.always(new Ready(ready)));
    model.synchronize();
  }

  /** A gradient that is there already. */
  private record Ready(Vector ready) implements Objective {
    @Override
    public int size() {
      return Workload.BATCH;
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      gradient.copyFrom(ready);
      return () -> 0;
    }

    @Override
    public double[] losses() {
      return new double[Workload.BATCH];
    }

    @Override
    public Objective only(int... examples) {
      return this;
    }
  }

  @TearDown
  public void tearDown() {
    model.close();
  }
}
