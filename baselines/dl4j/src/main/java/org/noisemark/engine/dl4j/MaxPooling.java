package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shapes;

/** The maximum of each window, channels last. */
final class MaxPooling implements BoundLayer {
  private final Layer.MaxPooling layer;
  private final Binding binding;
  private final Value in;
  private final Value output;

  MaxPooling(Layer.MaxPooling layer, Value in, Binding binding) {
    this.layer = layer;
    this.binding = binding;
    this.in = in;
    var shape = Shapes.after(layer, in.shape());
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    binding
        .tape()
        .forward(Op.of("maxpool2d", Op.inputs(in.array()), output.array()).integers(geometry()));
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var dx = binding.take(in.shape());
    if (HostMaxPoolingGradient.handles(layer, dx)) {
      var hosted = new HostMaxPoolingGradient(in.shape(), output.shape());
      binding.tape().backward(() -> hosted.run(in.array(), gradient, dx));
    } else {
      binding
          .tape()
          .backward(
              Op.of("maxpool2d_bp", Op.inputs(in.array(), gradient), dx).integers(geometry()));
    }
    binding.memory().give(gradient);
    return dx;
  }

  private long[] geometry() {
    int k = layer.kernel();
    int s = layer.stride();
    // Kernel, stride, padding, dilation, not "same" mode, (unused), channels last.
    return new long[] {k, k, s, s, 0, 0, 1, 1, 0, 1, 1};
  }
}
