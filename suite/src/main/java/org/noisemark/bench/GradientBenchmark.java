package org.noisemark.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
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
 * One gradient of a mini-batch of 128, with gathering and normalizing its images. The tests of the
 * engine dl4j have the same beside Deeplearning4j's own layers.
 *
 * <pre>suite/bin/noisemark bench --filter GradientBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class GradientBenchmark {
  @Param({"mlp", "cnn", "resnet20"})
  public String network;

  @Param("dl4j")
  public String engine;

  private Model model;
  private Examples examples;
  private Batch batch;
  private Vector gradient;

  @Setup
  public void setUp() throws IOException {
    var dataset = Workload.images();
    model = Workload.model(engine, Workload.network(network, dataset));
    examples = model.load(dataset.trainImages(), dataset.normalization());
    batch = Workload.batch(dataset);
    gradient = model.newVector();
  }

  @Benchmark
  public double gradient() {
    var loss = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
    model.synchronize();
    return loss.value();
  }

  @TearDown
  public void tearDown() {
    model.close();
  }
}
