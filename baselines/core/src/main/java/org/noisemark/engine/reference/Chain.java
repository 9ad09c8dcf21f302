package org.noisemark.engine.reference;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** Layers one after the other. */
record Chain(List<ReferenceLayer> layers) implements ReferenceLayer {
  static Chain of(List<Layer> descriptions, Shape input, Parameters parameters) {
    var layers = new ArrayList<ReferenceLayer>();
    var shape = input;
    for (var description : descriptions) {
      layers.add(layer(description, shape, parameters));
      shape = Shapes.after(description, shape);
    }
    return new Chain(layers);
  }

  private static ReferenceLayer layer(Layer layer, Shape in, Parameters parameters) {
    if (layer instanceof Layer.Dense dense) {
      return new DenseLayer(dense, parameters);
    }
    if (layer instanceof Layer.Convolution convolution) {
      return new ConvolutionLayer(convolution, in, parameters);
    }
    if (layer instanceof Layer.BatchNormalization normalization) {
      return new BatchNormalizationLayer(normalization, in, parameters);
    }
    if (layer instanceof Layer.Activation activation) {
      return new ActivationLayer(activation);
    }
    if (layer instanceof Layer.MaxPooling pooling) {
      return new MaxPoolingLayer(pooling, in);
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new GlobalAveragePoolingLayer(in);
    }
    var residual = (Layer.Residual) layer;
    return new ResidualLayer(
        of(residual.body(), in, parameters), of(residual.shortcut(), in, parameters));
  }

  @Override
  public double[][] forward(double[][] x, Mode mode) {
    for (var layer : layers) {
      x = layer.forward(x, mode);
    }
    return x;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      upstream = layers.get(i).backward(upstream, gradient);
    }
    return upstream;
  }
}
