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
 * suite, and no program that is started carries its library.
 */
final class StockDl4j {
  private static final String INPUT = "input";

  private final Network network;
  private final GraphBuilder builder;

  /** Names of Deeplearning4j's parameters, in the canonical order. */
  private final List<String> parameterNames = new ArrayList<>();

  private final ComputationGraph graph;

  StockDl4j(Network network) {
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
    layer.accept(new Adder(name, input, last));
    return name;
  }

  private final class Adder implements Layer.Visitor<GraphBuilder> {
    private final String name;
    private final String input;
    private final boolean last;

    private Adder(String name, String input, boolean last) {
      this.name = name;
      this.input = input;
      this.last = last;
    }

    @Override
    public GraphBuilder dense(Layer.Dense layer) {
      named("W", "b");
      return add(
          last
              ? new OutputLayer.Builder(LossFunction.MCXENT)
                  .activation(Activation.SOFTMAX)
                  .nOut(layer.outputs())
                  .build()
              : new DenseLayer.Builder()
                  .activation(Activation.IDENTITY)
                  .nOut(layer.outputs())
                  .build());
    }

    @Override
    public GraphBuilder convolution(Layer.Convolution c) {
      named(c.bias() ? new String[] {"W", "b"} : new String[] {"W"});
      return add(
          new ConvolutionLayer.Builder(c.kernel(), c.kernel())
              .stride(c.stride(), c.stride())
              .padding(c.padding(), c.padding())
              .nOut(c.outputs())
              .hasBias(c.bias())
              .activation(Activation.IDENTITY)
              .build());
    }

    @Override
    public GraphBuilder batchNormalization(Layer.BatchNormalization layer) {
      named("gamma", "beta");
      return add(new BatchNormalization.Builder().eps(Layer.BatchNormalization.EPSILON).build());
    }

    @Override
    public GraphBuilder layerNormalization(Layer.LayerNormalization layer) {
      throw new IllegalArgumentException("Deeplearning4j has no layer for " + layer);
    }

    @Override
    public GraphBuilder activation(Layer.Activation layer) {
      return add(
          new ActivationLayer(
              switch (layer) {
                case RELU -> Activation.RELU;
                case TANH -> Activation.TANH;
              }));
    }

    @Override
    public GraphBuilder maxPooling(Layer.MaxPooling layer) {
      return add(
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(layer.kernel(), layer.kernel())
              .stride(layer.stride(), layer.stride())
              .build());
    }

    @Override
    public GraphBuilder globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return add(new GlobalPoolingLayer(PoolingType.AVG));
    }

    @Override
    public GraphBuilder dropout(Layer.Dropout layer) {
      throw new IllegalArgumentException("Deeplearning4j draws its own masks for " + layer);
    }

    @Override
    public GraphBuilder residual(Layer.Residual layer) {
      var body = chain(name + "-body-", layer.body(), input);
      var shortcut = chain(name + "-shortcut-", layer.shortcut(), input);
      var sum = new ElementWiseVertex(ElementWiseVertex.Op.Add);
      return builder.addVertex(name, sum, body, shortcut);
    }

    private GraphBuilder add(org.deeplearning4j.nn.conf.layers.Layer layer) {
      return builder.addLayer(name, layer, input);
    }

    private void named(String... parameters) {
      for (var parameter : parameters) {
        parameterNames.add(name + "_" + parameter);
      }
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
