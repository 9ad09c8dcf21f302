package org.noisemark.cli;

import java.util.Arrays;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

/** Takes gradients of one network by one engine, as a training does. */
final class GradientProbe implements AutoCloseable {
  static final String NETWORK = "cnn";
  static final int BATCH = 128;

  private static final int SIDE = 28;
  private static final int CLASSES = 10;

  private final Model model;
  private final Examples examples;
  private final Vector gradient;
  private final Batch batch;

  GradientProbe(Engine engine, Device device) {
    var rows = new int[BATCH];
    var labels = new int[BATCH];
    Arrays.setAll(rows, i -> i);
    Arrays.setAll(labels, i -> i % CLASSES);
    var pixels = new byte[BATCH * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31);
    }
    batch = new Batch(rows, labels);
    model = engine.build(Networks.named(NETWORK, new Shape(1, SIDE, SIDE), CLASSES), device);
    model.parameters().write(InitialParameters.draw(model.layout(), 1));
    examples =
        model.load(
            new Images(1, SIDE, SIDE, pixels),
            new Normalization(new double[] {0.5}, new double[] {0.5}));
    gradient = model.newVector();
  }

  /** Takes one gradient and returns the seconds it took. */
  double seconds() {
    long start = System.nanoTime();
    model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
    model.synchronize();
    return (System.nanoTime() - start) * 1e-9;
  }

  @Override
  public void close() {
    model.close();
  }
}
