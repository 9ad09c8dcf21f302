package org.noisemark.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.noisemark.engine.Pass;
import org.noisemark.engine.dl4j.StockDl4j;
import org.noisemark.nn.InitialParameters;
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
 * One gradient of a mini-batch of 128: our engine beside stock Deeplearning4j. Ours gathers and
 * normalizes the images too; stock is given them as floats.
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

  @Param({"dl4j", "stock"})
  public String implementation;

  private Gradient gradient;

  /** Computes one gradient and returns its loss. */
  interface Gradient extends AutoCloseable {
    double compute();

    @Override
    void close();
  }

  @Setup
  public void setUp() throws IOException {
    gradient = implementation.equals("stock") ? stock() : ours();
  }

  @Benchmark
  public double gradient() {
    return gradient.compute();
  }

  @TearDown
  public void tearDown() {
    gradient.close();
  }

  private Gradient stock() throws IOException {
    var dataset = Workload.images();
    var network = Workload.network(this.network, dataset);
    var batch = Workload.batch(dataset);
    var model = new StockDl4j(network);
    model.write(InitialParameters.draw(network.layout(), 1));
    float[] pixels = Workload.pixels(dataset, batch);
    return new Gradient() {
      @Override
      public double compute() {
        return model.lossAndGradient(pixels, batch.labels());
      }

      @Override
      public void close() {}
    };
  }

  private Gradient ours() throws IOException {
    var dataset = Workload.images();
    var model = Workload.model(implementation, Workload.network(network, dataset));
    var examples = model.load(dataset.trainImages(), dataset.normalization());
    var batch = Workload.batch(dataset);
    var vector = model.newVector();
    return new Gradient() {
      @Override
      public double compute() {
        var loss = model.lossAndGradient(examples, batch, vector, Pass.CLEAN);
        model.synchronize();
        return loss.value();
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }
}
