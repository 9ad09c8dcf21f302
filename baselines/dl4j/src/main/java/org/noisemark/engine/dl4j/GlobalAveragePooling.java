package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Shape;

/** The mean over height and width, channels last. */
final class GlobalAveragePooling implements BoundLayer {
  private final Binding binding;
  private final Value in;
  private final Value output;

  GlobalAveragePooling(Value in, Binding binding) {
    this.binding = binding;
    this.in = in;
    var shape = new Shape(in.shape().channels(), 1, 1);
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    binding
        .tape()
        .forward(Op.of("avgpool2d", Op.inputs(in.array()), output.array()).integers(geometry()));
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
        .backward(Op.of("avgpool2d_bp", Op.inputs(in.array(), gradient), dx).integers(geometry()));
    binding.memory().give(gradient);
    return dx;
  }

  private long[] geometry() {
    int h = in.shape().height();
    int w = in.shape().width();
    // Kernel, stride, padding, dilation, not "same" mode, whole windows, channels last.
    return new long[] {h, w, 1, 1, 0, 0, 1, 1, 0, 1, 1};
  }
}
