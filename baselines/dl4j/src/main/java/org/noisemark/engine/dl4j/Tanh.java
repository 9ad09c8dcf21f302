package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** tanh(x), in place where no other layer reads x. */
final class Tanh implements BoundLayer {
  private final Binding binding;
  private final Value output;

  Tanh(Value in, Binding binding) {
    this.binding = binding;
    this.output = binding.activated(in);
    binding.tape().forward(Op.of("tanh", Op.inputs(in.array()), output.array()));
  }

  @Override
  public Value output() {
    return output;
  }

  /** dx = dy − dy ∘ y ∘ y. */
  @Override
  public INDArray bindBackward(INDArray gradient) {
    var y = output.array();
    var scratch = Views.shaped(binding.memory().take(output.shape().size()), y.shape());
    binding.tape().backward(Op.multiply(y, y, scratch));
    binding.tape().backward(Op.multiply(gradient, scratch, scratch));
    binding.tape().backward(Op.of("subtract", Op.inputs(gradient, scratch), gradient));
    binding.memory().give(scratch);
    return gradient;
  }
}
