package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One gradient of a mini-batch of 128: our engine beside Deeplearning4j's own layers. Ours gathers
 * and normalizes the images too; stock is given them as floats. It takes minutes, and runs only
 * where it is asked for by name:
 *
 * <pre>
 * ./mvnw -pl baselines/dl4j -am test -Dtest=StockDl4jBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StockDl4jBenchmark {
  private static final int ROWS = 128;
  private static final long SEED = 1;

  @Param({"mlp", "cnn", "resnet20"})
  public String network;

  @Param({"dl4j", "stock"})
  public String implementation;

  private DoubleSupplier gradient;

  @Setup
  public void setUp() {
    var described = Networks.named(network, new Shape(1, 28, 28), 10);
    double[] parameters = InitialParameters.draw(described.layout(), SEED);
    var batch = Samples.batch(described, ROWS, SEED);
    var images = Samples.images(described, ROWS, SEED);
    var normalization = Samples.normalization(described);
    if (implementation.equals("stock")) {
      var stock = new StockDl4j(described);
      stock.write(parameters);
      var pixels = new float[ROWS * described.input().size()];
      new LoadedImages(images, normalization)
          .gather(IntStream.range(0, ROWS).toArray(), 0, ROWS, pixels);
      gradient = () -> stock.lossAndGradient(pixels, batch.labels());
    } else {
      var model = new Dl4jEngine().build(described, Device.CPU);
      model.parameters().write(parameters);
      var examples = model.load(images, normalization);
      var vector = model.newVector();
      gradient = () -> model.lossAndGradient(examples, batch, vector, Pass.CLEAN).value();
    }
  }

  @Benchmark
  public double gradient() {
    return gradient.getAsDouble();
  }

  @Test
  void measures() throws Exception {
    var options = new OptionsBuilder().include(StockDl4jBenchmark.class.getName()).build();
    assertEquals(6, new Runner(options).run().size());
  }
}
