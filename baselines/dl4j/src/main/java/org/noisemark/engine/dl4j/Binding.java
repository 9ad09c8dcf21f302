package org.noisemark.engine.dl4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/** What a layer is bound to: the tape of its calls, memory, and the parameters, taken in order. */
record Binding(Tape tape, Memory.Allocator memory, Parameters.Cursor parameters) {
  /** Layers bound in order. */
  record Chain(List<BoundLayer> layers, Value output) {
    /** Binds the backward calls of all, the last first. */
    INDArray bindBackward(INDArray gradient) {
      var at = gradient;
      for (int i = layers.size() - 1; i >= 0 && at != null; i--) {
        at = layers.get(i).bindBackward(at);
      }
      return at;
    }
  }

  Chain chain(List<Layer> layers, Value input) {
    var builder = new ChainBuilder(this, input);
    layers.forEach(layer -> layer.accept(builder));
    return builder.chain();
  }

  /** Returns a new array for one value a row and element of the shape, channels last. */
  INDArray take(Shape shape) {
    return memory.take(shape.height(), shape.width(), shape.channels());
  }

  /**
   * Returns where an element-wise function of a value goes: in place where no other layer reads it.
   */
  Value activated(Value in) {
    var array =
        in.kind() == Value.Kind.FREE
            ? in.array()
            : Views.shaped(memory.take(in.shape().size()), in.array().shape());
    return new Value(array, in.shape(), in.channelsFirst(), Value.Kind.KEPT);
  }

  /** Binds out ← factor ∘ x + offset, one factor and offset a channel, channels last. */
  Op affine(INDArray x, INDArray factor, INDArray offset, INDArray out) {
    long channels = factor.length();
    return Op.of(
            "batchnorm",
            Op.inputs(
                x, memory.constant(0, channels), memory.constant(1, channels), factor, offset),
            out)
        .integers(1, 1, 3)
        .reals(0);
  }

  /** Binds, for the backward pass, sums ← the sums of the columns of a matrix. */
  void columnSums(INDArray matrix, INDArray sums) {
    var ones = memory.constant(1, matrix.size(0));
    tape.backward(Op.product(Views.row(ones), false, matrix, false, Views.row(sums)));
  }
}
