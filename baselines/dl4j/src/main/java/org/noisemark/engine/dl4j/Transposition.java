package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;

/** Brings channels last, or first before a dense layer. */
final class Transposition implements BoundLayer {
  private static final long[] TO_LAST = {0, 2, 3, 1};
  private static final long[] TO_FIRST = {0, 3, 1, 2};

  private final Binding binding;
  private final Value in;
  private final Value output;

  Transposition(Value in, Binding binding) {
    this.binding = binding;
    this.in = in;
    var kind = in.kind() == Kind.INPUT ? Kind.INPUT : Kind.FREE;
    var array = take(!in.channelsFirst());
    output = new Value(array, in.shape(), !in.channelsFirst(), kind);
    binding.tape().forward(permute(in.array(), in.channelsFirst() ? TO_LAST : TO_FIRST, array));
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    if (in.kind() == Kind.INPUT) {
      return null;
    }
    var inputGradient = take(in.channelsFirst());
    var axes = in.channelsFirst() ? TO_FIRST : TO_LAST;
    binding.tape().backward(permute(gradient, axes, inputGradient));
    binding.memory().give(gradient);
    return inputGradient;
  }

  private INDArray take(boolean channelsFirst) {
    var shape = in.shape();
    return channelsFirst
        ? binding.memory().take(shape.channels(), shape.height(), shape.width())
        : binding.take(shape);
  }

  private static Op permute(INDArray from, long[] axes, INDArray to) {
    return Op.of("permute", Op.inputs(from), to).integers(axes);
  }
}
