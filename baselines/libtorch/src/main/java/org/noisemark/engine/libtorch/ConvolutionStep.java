package org.noisemark.engine.libtorch;

import java.util.Optional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.noisemark.nn.Layer.Convolution;

/**
 * Convolution. On the CPU a strided 1x1 convolution is computed as a plain one of every stride-th
 * row and column: oneDNN's own (libtorch 2.10, channels-last, 3 channels to 2) writes past the end
 * of its memory in the backward pass.
 */
record ConvolutionStep(
    Convolution layer, Tensor weight, Optional<Tensor> bias, int thinning, Placement placement)
    implements Step {
  private static final long[] NO_DILATION = {1, 1};

  static ConvolutionStep of(Convolution layer, Leaves leaves, Placement placement) {
    Tensor weight = leaves.take();
    Optional<Tensor> bias = layer.bias() ? Optional.of(leaves.take()) : Optional.empty();
    boolean thinned =
        placement.device() == DeviceType.CPU && layer.kernel() == 1 && layer.padding() == 0;
    return new ConvolutionStep(layer, weight, bias, thinned ? layer.stride() : 1, placement);
  }

  @Override
  public Tensor forward(Tensor x, Pass pass) {
    long stride = layer.stride() / thinning;
    long[] strides = {stride, stride};
    long[] padding = {layer.padding(), layer.padding()};
    return torch.conv2d(
        placement.factor(thinned(x)),
        placement.factor(weight),
        bias.map(b -> new TensorOptional(placement.factor(b))).orElseGet(TensorOptional::new),
        strides,
        padding,
        NO_DILATION,
        1);
  }

  private Tensor thinned(Tensor x) {
    if (thinning == 1) {
      return x;
    }
    var first = new LongOptional(0);
    var end = new LongOptional();
    return x.slice(2, first, end, thinning).slice(3, first, end, thinning);
  }
}
