package org.noisemark.bench;

import java.io.IOException;
import java.util.Arrays;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Datasets;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.engine.Model;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

/** What every benchmark computes on: real images, one mini-batch, freshly drawn parameters. */
final class Workload {
  static final int BATCH = 128;

  private Workload() {}

  static Dataset images() throws IOException {
    return Datasets.named("fashion-mnist-mini").load(DataHome.byDefault());
  }

  /** Returns the first examples with their clean labels. */
  static Batch batch(Dataset dataset) {
    var rows = new int[BATCH];
    Arrays.setAll(rows, i -> i);
    return new Batch(rows, Arrays.copyOf(dataset.trainLabels(), BATCH));
  }

  static Network network(String name, Dataset dataset) {
    var images = dataset.trainImages();
    var input = new Shape(images.channels(), images.height(), images.width());
    return Networks.named(name, input, dataset.classes());
  }

  static Model model(String engine, Network network) {
    var model = Engines.named(engine).build(network, Device.CPU);
    model.parameters().write(InitialParameters.draw(model.layout(), 1));
    return model;
  }
}
