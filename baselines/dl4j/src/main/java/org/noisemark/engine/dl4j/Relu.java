package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** max(x, 0), in place where no other layer reads x. */
final class Relu implements BoundLayer {
  private final Binding binding;
  private final Value output;

  Relu(Value in, Binding binding) {
    this.binding = binding;
    this.output = binding.activated(in);
    binding.tape().forward(Op.of("relu", Op.inputs(in.array()), output.array()).reals(0));
  }

  @Override
  public Value output() {
    return output;
  }

  /** The output's step function is the derivative; relu_bp takes seven times as long. */
  @Override
  public INDArray bindBackward(INDArray gradient) {
    var mask = binding.memory().take(output.shape().size());
    var step = new Step(output.array(), Views.shaped(mask, output.array().shape()), 0.0);
    binding.tape().backward(() -> Nd4j.getExecutioner().exec(step));
    binding.tape().backward(Op.multiply(gradient, Views.shaped(mask, gradient.shape()), gradient));
    binding.memory().give(mask);
    return gradient;
  }
}
