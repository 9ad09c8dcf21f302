package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.engine.Bound;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

/** Deeplearning4j's own layers compute what the engine computes. */
@Tag("slow")
class StockDl4jTest {
  private static final int ROWS = 4;
  private static final long SEED = 5;

  @ParameterizedTest
  @CsvSource({"mlp, 28", "cnn, 28", "resnet20, 12"})
  void agreesWithTheEngine(String name, int side) {
    Network network = Networks.named(name, new Shape(1, side, side), 10);
    double[] parameters = Samples.parameters(network.layout(), SEED);
    double[] ours = engine(new Dl4jEngine(), network, parameters);

    var stock = new StockDl4j(network);
    stock.write(parameters);
    var batch = Samples.batch(network, ROWS, SEED);
    double loss = stock.lossAndGradient(pixels(network), batch.labels());
    double[] theirs = withLoss(stock.gradient(ROWS), loss);

    double longestSum = Math.max(side * side * ROWS, 32 * side * side / 16);
    double bound =
        Bound.of(
            parameters, longestSum * Bound.FLOAT32, p -> engine(new ReferenceEngine(), network, p));
    double distance = Bound.distance(ours, theirs);
    assertTrue(distance <= 2 * bound, () -> "off by " + distance + ", bound " + bound);
  }

  private static double[] engine(Engine engine, Network network, double[] parameters) {
    try (var model = engine.build(network, Device.CPU)) {
      model.parameters().write(parameters);
      var gradient = model.newVector();
      var images = Samples.images(network, ROWS, SEED);
      var examples = model.load(images, Samples.normalization(network));
      var batch = Samples.batch(network, ROWS, SEED);
      double loss = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
      return withLoss(gradient.read(), loss);
    }
  }

  private static float[] pixels(Network network) {
    var pixels = new float[ROWS * network.input().size()];
    var loaded =
        new LoadedImages(Samples.images(network, ROWS, SEED), Samples.normalization(network));
    loaded.gather(new int[] {0, 1, 2, 3}, 0, ROWS, pixels);
    return pixels;
  }

  private static double[] withLoss(double[] gradient, double loss) {
    double[] result = Arrays.copyOf(gradient, gradient.length + 1);
    result[gradient.length] = loss;
    return result;
  }
}
