package org.noisemark.cli;

import java.util.Arrays;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Pass;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

/** A first impression of an engine's speed; {@code noisemark bench} measures it properly. */
final class GradientProbe {
  static final String NETWORK = "mlp";
  static final int BATCH = 128;

  private static final int CLASSES = 10;
  private static final int WARM_UP = 20;
  private static final int TIMED = 21;

  private GradientProbe() {}

  /** Returns the median time of one gradient, in seconds. */
  static double seconds(Engine engine, Device device) {
    var network = Networks.named(NETWORK, new Shape(1, 28, 28), CLASSES);
    var rows = new int[BATCH];
    var labels = new int[BATCH];
    Arrays.setAll(rows, i -> i);
    Arrays.setAll(labels, i -> i % CLASSES);
    var pixels = new byte[BATCH * 28 * 28];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31);
    }
    var normalization = new Normalization(new double[] {0.5}, new double[] {0.5});
    try (var model = engine.build(network, device)) {
      model.parameters().write(InitialParameters.draw(model.layout(), 1));
      var examples = model.load(new Images(1, 28, 28, pixels), normalization);
      var gradient = model.newVector();
      var batch = new Batch(rows, labels);
      var times = new long[TIMED];
      for (int i = -WARM_UP; i < TIMED; i++) {
        long start = System.nanoTime();
        model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
        model.synchronize();
        if (i >= 0) {
          times[i] = System.nanoTime() - start;
        }
      }
      Arrays.sort(times);
      return times[TIMED / 2] * 1e-9;
    }
  }
}
