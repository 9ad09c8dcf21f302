package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/** What a layer is bound to: the tape of its calls, memory, and the parameters, taken in order. */
record Binding(Tape tape, Memory.Allocator memory, Parameters.Cursor parameters) {
  /** Images with this many values under a kernel, or fewer, are convolved by one product. */
  private static final int LARGEST_PATCH = 32;

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
    var bound = new ArrayList<BoundLayer>();
    var value = input;
    for (var layer : layers) {
      if (needsTransposition(layer, value)) {
        var transposition = new Transposition(value, this);
        bound.add(transposition);
        value = transposition.output();
      }
      var next = bind(layer, value);
      bound.add(next);
      value = next.output();
    }
    return new Chain(bound, value);
  }

  /** Dense weights know only [channel, row, column]; most else computes channels last. */
  private static boolean needsTransposition(Layer layer, Value in) {
    if (layer instanceof Layer.Dense) {
      return !in.isCanonical();
    }
    return in.channelsFirst() && !(layer instanceof Layer.Activation) && !isOfPatches(layer, in);
  }

  private static boolean isOfPatches(Layer layer, Value in) {
    return in.channelsFirst()
        && in.kind() == Value.Kind.INPUT
        && layer instanceof Layer.Convolution c
        && c.inputs() * c.kernel() * c.kernel() <= LARGEST_PATCH;
  }

  private BoundLayer bind(Layer layer, Value in) {
    if (layer instanceof Layer.Dense dense) {
      return new Dense(dense, in, this);
    }
    if (layer instanceof Layer.Convolution convolution) {
      return isOfPatches(layer, in)
          ? new PatchConvolution(convolution, in, this)
          : new Convolution(convolution, in, this);
    }
    if (layer instanceof Layer.BatchNormalization) {
      return new BatchNormalization(in, this);
    }
    if (layer instanceof Layer.Activation activation) {
      return switch (activation) {
        case RELU -> new Relu(in, this);
        case TANH -> new Tanh(in, this);
      };
    }
    if (layer instanceof Layer.MaxPooling pooling) {
      return new MaxPooling(pooling, in, this);
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new GlobalAveragePooling(in, this);
    }
    if (layer instanceof Layer.Residual residual) {
      return new Residual(residual, in, this);
    }
    throw new IllegalArgumentException("engine dl4j has no layer " + layer);
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

  /** Binds, for the backward pass, sums ← the sums of the columns of a matrix. */
  void columnSums(INDArray matrix, INDArray sums) {
    var ones = memory.constant(1, matrix.size(0));
    tape.backward(Op.product(Views.row(ones), false, matrix, false, Views.row(sums)));
  }
}
