package org.noisemark.bench;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Transform;
import org.noisemark.nn.Network;

/** A gradient as a Deeplearning4j program computes it, with nothing of ours but the images. */
record StockGradient(ComputationGraph graph, INDArray input, INDArray labels)
    implements GradientBenchmark.Gradient {

  /** Takes rows of the training set, with their clean labels one-hot. */
  static StockGradient of(Network network, Dataset dataset, int[] rows) {
    var images = dataset.trainImages();
    var pixels = new float[rows.length * images.size()];
    var labels = Nd4j.zeros(rows.length, dataset.classes());
    int[] clean = dataset.trainLabels();
    for (int i = 0; i < rows.length; i++) {
      images.gather(
          rows[i], Transform.IDENTITY, dataset.normalization(), pixels, i * images.size());
      labels.putScalar(i, clean[rows[i]], 1);
    }
    var input =
        Nd4j.createFromArray(pixels)
            .reshape(rows.length, images.channels(), images.height(), images.width());
    return new StockGradient(StockNetwork.build(network), input, labels);
  }

  @Override
  public double compute() {
    graph.setInput(0, input);
    graph.setLabel(0, labels);
    graph.computeGradientAndScore();
    return graph.score();
  }

  @Override
  public void close() {
    graph.close();
  }
}
