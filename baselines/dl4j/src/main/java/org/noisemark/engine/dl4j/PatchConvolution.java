package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.noisemark.engine.dl4j.Parameters.Tensor;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shapes;

/**
 * A convolution of the images themselves, as one matrix product with the patches under the kernel.
 * The native gradient always computes that of the input too, which is not needed here and takes
 * most of its time; the patches serve both passes.
 */
final class PatchConvolution implements BoundLayer {
  private final Binding binding;
  private final Value output;
  private final INDArray patches;
  private final Tensor weight;
  private final Tensor bias;

  /**
   * @param in the images, channels first
   */
  PatchConvolution(Layer.Convolution layer, Value in, Binding binding) {
    this.binding = binding;
    int patch = layer.inputs() * layer.kernel() * layer.kernel();
    this.weight = binding.parameters().take(layer.outputs(), patch);
    this.bias = layer.bias() ? binding.parameters().take(layer.outputs()) : null;
    var shape = Shapes.after(layer, in.shape());
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    patches = Views.shaped(gather(layer, in), output.points(), patch);
    var y = output.matrix(output.array());
    binding.tape().forward(Op.product(patches, false, weight.value(), true, y));
    if (bias != null) {
      binding.tape().forward(Op.addRow(y, bias.value(), y));
    }
  }

  /** Returns the patches [row, height, width, (channel, kernel row, kernel column)]. */
  private INDArray gather(Layer.Convolution layer, Value in) {
    var shape = in.shape();
    int k = layer.kernel();
    int p = layer.padding();
    var padded =
        binding.memory().take(shape.channels(), shape.height() + 2L * p, shape.width() + 2L * p);
    var inside =
        padded.get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(p, p + shape.height()),
            NDArrayIndex.interval(p, p + shape.width()));
    binding.tape().forward(Op.copy(in.array(), inside));
    var out = output.shape();
    var gathered = binding.memory().take(out.height(), out.width(), shape.channels(), (long) k * k);
    for (int i = 0; i < k * k; i++) {
      var from =
          padded
              .get(
                  NDArrayIndex.all(),
                  NDArrayIndex.all(),
                  span(i / k, layer.stride(), out.height()),
                  span(i % k, layer.stride(), out.width()))
              .permute(0, 2, 3, 1);
      var to =
          gathered.get(
              NDArrayIndex.all(),
              NDArrayIndex.all(),
              NDArrayIndex.all(),
              NDArrayIndex.all(),
              NDArrayIndex.point(i));
      binding.tape().forward(Op.copy(from, to));
    }
    return gathered;
  }

  private static INDArrayIndex span(int first, int stride, int count) {
    return NDArrayIndex.interval(first, stride, first + (long) stride * (count - 1) + 1);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var dy = output.matrix(gradient);
    binding.tape().backward(Op.product(dy, true, patches, false, weight.gradient()));
    if (bias != null) {
      binding.columnSums(dy, bias.gradient());
    }
    binding.memory().give(gradient);
    return null;
  }
}
