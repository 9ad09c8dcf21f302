package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Parameters.Tensor;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/** y = x · Wᵀ + b over the rows of a batch. */
final class Dense implements BoundLayer {
  private final Binding binding;
  private final Value in;
  private final Value output;
  private final INDArray x;
  private final Tensor weight;
  private final Tensor bias;

  Dense(Layer.Dense layer, Value in, Binding binding) {
    this.binding = binding;
    this.in = in;
    this.x = rows(in.array(), layer.inputs());
    this.weight = binding.parameters().take(layer.outputs(), layer.inputs());
    this.bias = binding.parameters().take(layer.outputs());
    var shape = new Shape(layer.outputs(), 1, 1);
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    var y = output.matrix(output.array());
    binding.tape().forward(Op.product(x, false, weight.value(), true, y));
    binding.tape().forward(Op.addRow(y, bias.value(), y));
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var dy = output.matrix(gradient);
    binding.tape().backward(Op.product(dy, true, x, false, weight.gradient()));
    binding.columnSums(dy, bias.gradient());
    if (in.kind() == Kind.INPUT) {
      binding.memory().give(gradient);
      return null;
    }
    var dx = binding.memory().take(x.size(1));
    binding.tape().backward(Op.product(dy, false, weight.value(), false, dx));
    binding.memory().give(gradient);
    return Views.shaped(dx, in.array().shape());
  }

  private static INDArray rows(INDArray array, long columns) {
    return Views.shaped(array, array.size(0), columns);
  }
}
