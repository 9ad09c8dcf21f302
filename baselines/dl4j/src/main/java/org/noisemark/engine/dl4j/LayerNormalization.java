package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.engine.dl4j.Parameters.Tensor;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;

/** Layer normalization over all values of a row; sums over them are products with a constant. */
final class LayerNormalization implements BoundLayer {
  private final Binding binding;
  private final Value in;
  private final Value output;
  private final Tensor scale;
  private final Tensor shift;
  private final INDArray normalized;
  private final INDArray inverse;

  LayerNormalization(Value in, Binding binding) {
    this.binding = binding;
    this.in = in;
    int channels = in.shape().channels();
    this.scale = binding.parameters().take(channels);
    this.shift = binding.parameters().take(channels);
    this.output = Value.of(binding.take(in.shape()), in.shape(), Kind.FREE);
    this.normalized = in.kind() == Kind.FREE ? in.array() : binding.take(in.shape());
    this.inverse = binding.memory().take(1);
    var tape = binding.tape();
    var mean = binding.memory().take(1);
    var squares = binding.take(in.shape());
    tape.forward(mean(in.array(), mean));
    tape.forward(subtract(rows(in.array()), mean, rows(normalized)));
    tape.forward(Op.multiply(normalized, normalized, squares));
    tape.forward(mean(squares, inverse));
    tape.forward(
        Op.addRow(
            inverse, binding.memory().constant(Layer.LayerNormalization.EPSILON, 1), inverse));
    var root = new RSqrt(inverse, inverse);
    tape.forward(() -> Nd4j.getExecutioner().exec(root));
    tape.forward(Op.multiply(rows(normalized), inverse, rows(normalized)));
    tape.forward(binding.affine(normalized, scale.value(), shift.value(), output.array()));
    binding.memory().give(squares);
    binding.memory().give(mean);
  }

  @Override
  public Value output() {
    return output;
  }

  /**
   * With n the normalized input, d = √(variance + ε), s = scale ∘ dy and means over a row: dx = (s
   * − mean(s) − n · mean(n ∘ s)) / d.
   */
  @Override
  public INDArray bindBackward(INDArray gradient) {
    var tape = binding.tape();
    var scratch = binding.take(in.shape());
    binding.columnSums(in.matrix(gradient), shift.gradient());
    tape.backward(Op.multiply(normalized, gradient, scratch));
    binding.columnSums(in.matrix(scratch), scale.gradient());

    var none = binding.memory().constant(0, in.shape().channels());
    var mean = binding.memory().take(1);
    tape.backward(binding.affine(gradient, scale.value(), none, gradient));
    tape.backward(Op.multiply(normalized, gradient, scratch));
    tape.backward(mean(scratch, mean));
    tape.backward(Op.multiply(rows(normalized), mean, rows(scratch)));
    tape.backward(mean(gradient, mean));
    tape.backward(subtract(rows(gradient), mean, rows(gradient)));
    tape.backward(Op.of("subtract", Op.inputs(gradient, scratch), gradient));
    tape.backward(Op.multiply(rows(gradient), inverse, rows(gradient)));
    binding.memory().give(scratch);
    binding.memory().give(mean);
    return gradient;
  }

  private INDArray rows(INDArray array) {
    return Views.shaped(array, array.size(0), in.shape().size());
  }

  private Op mean(INDArray x, INDArray out) {
    long size = in.shape().size();
    var weights = Views.shaped(binding.memory().constant(1.0 / size, size), size, 1);
    return Op.product(rows(x), false, weights, false, out);
  }

  private static Op subtract(INDArray x, INDArray column, INDArray out) {
    return Op.of("subtract", Op.inputs(x, column), out);
  }
}
