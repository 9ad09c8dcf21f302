package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** Pooling by oneDNN, channels last. */
final class Pooling implements BoundLayer {
  private final String operation;
  private final long[] geometry;
  private final Binding binding;
  private final Value in;
  private final Value output;

  private Pooling(
      String operation, int height, int width, int stride, Shape shape, Value in, Binding binding) {
    this.operation = operation;
    // Kernel, stride, padding, dilation, not "same" mode, divide by the whole window, channels
    // last.
    this.geometry = new long[] {height, width, stride, stride, 0, 0, 1, 1, 0, 1, 1};
    this.binding = binding;
    this.in = in;
    this.output = Value.of(binding.take(shape), shape, Kind.FREE);
    binding
        .tape()
        .forward(Op.of(operation, Op.inputs(in.array()), output.array()).integers(geometry));
  }

  static Pooling max(Layer.MaxPooling layer, Value in, Binding binding) {
    var shape = Shapes.after(layer, in.shape());
    return new Pooling(
        "maxpool2d", layer.kernel(), layer.kernel(), layer.stride(), shape, in, binding);
  }

  static Pooling globalAverage(Value in, Binding binding) {
    var from = in.shape();
    var shape = new Shape(from.channels(), 1, 1);
    return new Pooling("avgpool2d", from.height(), from.width(), 1, shape, in, binding);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var dx = binding.take(in.shape());
    binding
        .tape()
        .backward(Op.of(operation + "_bp", Op.inputs(in.array(), gradient), dx).integers(geometry));
    binding.memory().give(gradient);
    return dx;
  }
}
