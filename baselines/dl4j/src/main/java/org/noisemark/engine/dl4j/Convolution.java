package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Parameters.Tensor;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shapes;

/** A convolution by oneDNN, channels last. */
final class Convolution implements BoundLayer {
  private final Layer.Convolution layer;
  private final Binding binding;
  private final Value in;
  private final Value output;
  private final Tensor weight;
  private final Tensor bias;

  Convolution(Layer.Convolution layer, Value in, Binding binding) {
    this.layer = layer;
    this.binding = binding;
    this.in = in;
    this.weight =
        binding.parameters().take(layer.outputs(), layer.inputs(), layer.kernel(), layer.kernel());
    this.bias = layer.bias() ? binding.parameters().take(layer.outputs()) : null;
    var shape = Shapes.after(layer, in.shape());
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    var inputs =
        bias == null
            ? Op.inputs(in.array(), weight.value())
            : Op.inputs(in.array(), weight.value(), bias.value());
    binding.tape().forward(Op.of("conv2d", inputs, output.array()).integers(geometry()));
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var dx = binding.take(in.shape());
    var op =
        bias == null
            ? Op.of(
                "conv2d_bp", Op.inputs(in.array(), weight.value(), gradient), dx, weight.gradient())
            : Op.of(
                "conv2d_bp",
                Op.inputs(in.array(), weight.value(), bias.value(), gradient),
                dx,
                weight.gradient(),
                bias.gradient());
    binding.tape().backward(op.integers(geometry()));
    binding.memory().give(gradient);
    return dx;
  }

  private long[] geometry() {
    int k = layer.kernel();
    int s = layer.stride();
    int p = layer.padding();
    // Kernel, stride, padding, dilation, not "same" mode, channels last, weights [out, in, h, w].
    return new long[] {k, k, s, s, p, p, 1, 1, 0, 1, 1};
  }
}
