package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Network;

/**
 * The same network in Deeplearning4j's own layers as its documentation builds it, all settings at
 * their defaults: what the engine is measured and checked against. It is not an engine of the
 * suite.
 */
public final class StockDl4j {
  private static final String INPUT = "input";

  private final Network network;
  private final GraphBuilder builder;

  /** Names of Deeplearning4j's parameters, in the canonical order. */
  private final List<String> parameterNames = new ArrayList<>();

  private final ComputationGraph graph;

  public StockDl4j(Network network) {
    this.network = network;
    this.builder =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs(INPUT);
    var shape = network.input();
    builder.setInputTypes(InputType.convolutional(shape.height(), shape.width(), shape.channels()));
    builder.setOutputs(chain("", network.layers(), INPUT));
    graph = new ComputationGraph(builder.build());
    graph.init();
  }

  private String chain(String path, List<Layer> layers, String input) {
    var at = input;
    for (int i = 0; i < layers.size(); i++) {
      at = add(path + i, layers.get(i), at, path.isEmpty() && i == layers.size() - 1);
    }
    return at;
  }

  private String add(String name, Layer layer, String input, boolean last) {
    if (layer instanceof Layer.Residual residual) {
      var body = chain(name + "-body-", residual.body(), input);
      var shortcut = chain(name + "-shortcut-", residual.shortcut(), input);
      builder.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), body, shortcut);
    } else {
      builder.addLayer(name, convert(name, layer, last), input);
    }
    return name;
  }

  private org.deeplearning4j.nn.conf.layers.Layer convert(String name, Layer layer, boolean last) {
    if (layer instanceof Layer.Dense dense) {
      named(name, "W", "b");
      return last
          ? new OutputLayer.Builder(LossFunction.MCXENT)
              .activation(Activation.SOFTMAX)
              .nOut(dense.outputs())
              .build()
          : new DenseLayer.Builder().activation(Activation.IDENTITY).nOut(dense.outputs()).build();
    }
    if (layer instanceof Layer.Convolution c) {
      named(name, c.bias() ? new String[] {"W", "b"} : new String[] {"W"});
      return new ConvolutionLayer.Builder(c.kernel(), c.kernel())
          .stride(c.stride(), c.stride())
          .padding(c.padding(), c.padding())
          .nOut(c.outputs())
          .hasBias(c.bias())
          .activation(Activation.IDENTITY)
          .build();
    }
    if (layer instanceof Layer.BatchNormalization) {
      named(name, "gamma", "beta");
      return new BatchNormalization.Builder().eps(Layer.BatchNormalization.EPSILON).build();
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
    var activation = layer == Layer.Activation.RELU ? Activation.RELU : Activation.TANH;
    return new ActivationLayer(activation);
  }

  private void named(String layer, String... parameters) {
    for (var parameter : parameters) {
      parameterNames.add(layer + "_" + parameter);
    }
  }

  /** Sets the parameters, given in the canonical order. */
  public void write(double[] parameters) {
    int offset = 0;
    for (var name : parameterNames) {
      var parameter = graph.getParam(name);
      int length = (int) parameter.length();
      var values = Arrays.copyOfRange(parameters, offset, offset + length);
      parameter.assign(canonicalShape(parameter, Nd4j.createFromArray(values)));
      offset += length;
    }
  }

  /** Dense weights are [in, out] here and [out, in] in the canonical order. */
  private static INDArray canonicalShape(INDArray parameter, INDArray values) {
    char order = parameter.rank() == 2 ? 'f' : 'c';
    return values.castTo(parameter.dataType()).reshape(order, parameter.shape());
  }

  /**
   * Computes the mean loss of a batch and its gradient.
   *
   * @param pixels [row, channel, height, width]
   */
  public double lossAndGradient(float[] pixels, int[] labels) {
    var shape = network.input();
    var images =
        Nd4j.createFromArray(pixels)
            .reshape(
                'c', new long[] {labels.length, shape.channels(), shape.height(), shape.width()});
    var oneHot = Nd4j.zeros(DataType.FLOAT, labels.length, network.classes());
    for (int i = 0; i < labels.length; i++) {
      oneHot.putScalar(i, labels[i], 1);
    }
    graph.setInputs(images);
    graph.setLabels(oneHot);
    graph.computeGradientAndScore();
    return graph.score();
  }

  /** Returns the gradient of the last batch of that size, as its mean, in the canonical order. */
  public double[] gradient(int batchSize) {
    var gradients = graph.gradient().gradientForVariable();
    var result = new double[network.layout().length()];
    int offset = 0;
    for (var name : parameterNames) {
      var gradient = gradients.get(name);
      char order = gradient.rank() == 2 ? 'f' : 'c';
      double[] values = gradient.dup(order).data().asDouble();
      for (double value : values) {
        result[offset++] = value / batchSize;
      }
    }
    return result;
  }
}
