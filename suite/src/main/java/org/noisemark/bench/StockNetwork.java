package org.noisemark.bench;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Network;

/** Our networks as plain Deeplearning4j graphs, the way its users write them. */
final class StockNetwork {
  private final GraphBuilder builder;
  private int next;

  private StockNetwork(GraphBuilder builder) {
    this.builder = builder;
  }

  /**
   * Builds a graph.
   *
   * @param network ends in a dense layer, which becomes the output layer
   */
  static ComputationGraph build(Network network) {
    var shape = network.input();
    var builder =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Sgd(0.1))
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(
                InputType.convolutional(shape.height(), shape.width(), shape.channels()));
    var layers = network.layers();
    var stock = new StockNetwork(builder);
    var last = stock.add(layers.subList(0, layers.size() - 1), "input");
    builder.addLayer(
        "output",
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(network.classes())
            .activation(Activation.SOFTMAX)
            .build(),
        last);
    var graph = new ComputationGraph(builder.setOutputs("output").build());
    graph.init();
    return graph;
  }

  private String add(List<Layer> layers, String input) {
    String last = input;
    for (int i = 0; i < layers.size(); i++) {
      boolean activated = i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.Activation;
      var layer = layers.get(i);
      if (activated && !(layer instanceof Layer.Residual)) {
        last = add(layer, activation((Layer.Activation) layers.get(++i)), last);
      } else {
        last = add(layer, Activation.IDENTITY, last);
      }
    }
    return last;
  }

  private String add(Layer layer, Activation activation, String input) {
    if (layer instanceof Layer.Residual residual) {
      var body = add(residual.body(), input);
      var shortcut = add(residual.shortcut(), input);
      var sum = name();
      builder.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), body, shortcut);
      return sum;
    }
    var name = name();
    builder.addLayer(name, plain(layer, activation), input);
    return name;
  }

  private static org.deeplearning4j.nn.conf.layers.Layer plain(Layer layer, Activation activation) {
    if (layer instanceof Layer.Dense dense) {
      return new DenseLayer.Builder().nOut(dense.outputs()).activation(activation).build();
    }
    if (layer instanceof Layer.Convolution c) {
      return new ConvolutionLayer.Builder(c.kernel(), c.kernel())
          .nOut(c.outputs())
          .stride(c.stride(), c.stride())
          .padding(c.padding(), c.padding())
          .hasBias(c.bias())
          .activation(activation)
          .build();
    }
    if (layer instanceof Layer.BatchNormalization) {
      return new BatchNormalization.Builder()
          .eps(Layer.BatchNormalization.EPSILON)
          .decay(Layer.BatchNormalization.DECAY)
          .activation(activation)
          .build();
    }
    if (layer instanceof Layer.MaxPooling pooling) {
      return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(pooling.kernel(), pooling.kernel())
          .stride(pooling.stride(), pooling.stride())
          .build();
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new GlobalPoolingLayer(PoolingType.AVG);
    }
    return new ActivationLayer(activation((Layer.Activation) layer));
  }

  private static Activation activation(Layer.Activation activation) {
    return switch (activation) {
      case RELU -> Activation.RELU;
      case TANH -> Activation.TANH;
    };
  }

  private String name() {
    return "layer" + next++;
  }
}
