package org.noisemark.engine.reference;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** Builds layers in the canonical order of their parameters. */
final class ChainBuilder {
  private final Parameters parameters;
  private final List<double[]> statistics = new ArrayList<>();
  private int dropouts;

  ChainBuilder(Parameters parameters) {
    this.parameters = parameters;
  }

  Chain chain(List<Layer> descriptions, Shape input) {
    var layers = new ArrayList<ReferenceLayer>();
    var shape = input;
    for (var description : descriptions) {
      layers.add(description.accept(new At(shape)));
      shape = Shapes.after(description, shape);
    }
    return new Chain(layers);
  }

  /** Returns the running means and variances of each batch normalization, themselves. */
  List<double[]> statistics() {
    return statistics;
  }

  private final class At implements Layer.Visitor<ReferenceLayer> {
    private final Shape in;

    private At(Shape in) {
      this.in = in;
    }

    @Override
    public ReferenceLayer dense(Layer.Dense layer) {
      return new DenseLayer(layer, parameters);
    }

    @Override
    public ReferenceLayer convolution(Layer.Convolution layer) {
      return new ConvolutionLayer(layer, in, parameters);
    }

    @Override
    public ReferenceLayer batchNormalization(Layer.BatchNormalization layer) {
      var normalization = new BatchNormalizationLayer(layer, in, parameters);
      statistics.add(normalization.runningMean());
      statistics.add(normalization.runningVariance());
      return normalization;
    }

    @Override
    public ReferenceLayer layerNormalization(Layer.LayerNormalization layer) {
      return new LayerNormalizationLayer(layer, in, parameters);
    }

    @Override
    public ReferenceLayer activation(Layer.Activation layer) {
      return new ActivationLayer(layer);
    }

    @Override
    public ReferenceLayer maxPooling(Layer.MaxPooling layer) {
      return new MaxPoolingLayer(layer, in);
    }

    @Override
    public ReferenceLayer globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return new GlobalAveragePoolingLayer(in);
    }

    @Override
    public ReferenceLayer dropout(Layer.Dropout layer) {
      return new DropoutLayer(layer, dropouts++);
    }

    @Override
    public ReferenceLayer residual(Layer.Residual layer) {
      return new ResidualLayer(chain(layer.body(), in), chain(layer.shortcut(), in));
    }
  }
}
