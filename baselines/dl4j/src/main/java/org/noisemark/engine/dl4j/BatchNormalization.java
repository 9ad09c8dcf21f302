package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Parameters.Tensor;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;

/**
 * Batch normalization (Ioffe, Szegedy, ICML 2015). The library's own statistics and gradient take
 * twenty times as long as these: sums over a batch are products with a constant row, and oneDNN's
 * normalization at given statistics serves as the map x → a · x + b per channel.
 */
final class BatchNormalization implements BoundLayer {
  private final Binding binding;
  private final Value in;
  private final Value output;
  private final Tensor scale;
  private final Tensor shift;
  private final INDArray centred;
  private final INDArray variance;

  BatchNormalization(Value in, Binding binding) {
    this.binding = binding;
    this.in = in;
    int channels = in.shape().channels();
    this.scale = binding.parameters().take(channels);
    this.shift = binding.parameters().take(channels);
    var running = binding.parameters().statistics(channels);
    output = Value.of(binding.take(in.shape()), in.shape(), Kind.FREE);
    centred = in.kind() == Kind.FREE ? in.array() : binding.take(in.shape());
    variance = vector();
    var tape = binding.tape();
    var mean = vector();
    var minusMean = vector();
    tape.training(mean(in.array(), mean));
    tape.training(Op.multiply(mean, constant(-1), minusMean));
    tape.training(Op.addRow(in.array(), minusMean, centred));
    var squares = binding.take(in.shape());
    tape.training(Op.multiply(centred, centred, squares));
    tape.training(mean(squares, variance));
    binding.memory().give(squares);
    tape.training(
        normalize(centred, constant(0), variance, scale.value(), shift.value(), output.array()));
    tape.evaluation(
        normalize(
            in.array(),
            running.mean(),
            running.variance(),
            scale.value(),
            shift.value(),
            output.array()));
    tape.statistics(() -> running.update(mean, variance, in.points()));
  }

  @Override
  public Value output() {
    return output;
  }

  /**
   * With c the centred input, d = √(variance + ε) and means over the batch: dx = scale / d · (dy −
   * mean(dy) − c · mean(c ∘ dy) / d²).
   */
  @Override
  public INDArray bindBackward(INDArray gradient) {
    var tape = binding.tape();
    long points = in.points();
    var scratch = binding.take(in.shape());
    var meanGradient = vector();
    tape.backward(mean(gradient, meanGradient));
    tape.backward(Op.multiply(meanGradient, constant(points), shift.gradient()));
    tape.backward(Op.multiply(centred, gradient, scratch));
    var meanProduct = vector();
    tape.backward(mean(scratch, meanProduct));

    var one = as4d(constant(1));
    var inverse = vector();
    var factor = vector();
    tape.backward(normalize(one, constant(0), variance, constant(1), constant(0), as4d(inverse)));
    tape.backward(Op.multiply(scale.value(), inverse, factor));
    var slope = vector(); // −factor · mean(c ∘ dy) / d²
    tape.backward(Op.multiply(meanProduct, inverse, slope));
    tape.backward(Op.multiply(slope, constant(points), scale.gradient()));
    tape.backward(Op.multiply(slope, inverse, slope));
    tape.backward(Op.multiply(slope, factor, slope));
    tape.backward(Op.multiply(slope, constant(-1), slope));
    var offset = vector(); // −factor · mean(dy)
    tape.backward(Op.multiply(meanGradient, factor, offset));
    tape.backward(Op.multiply(offset, constant(-1), offset));

    tape.backward(binding.affine(gradient, factor, offset, gradient));
    tape.backward(binding.affine(centred, slope, constant(0), scratch));
    tape.backward(Op.add(gradient, scratch, gradient));
    binding.memory().give(scratch);
    return gradient;
  }

  private INDArray vector() {
    return binding.memory().vector(in.shape().channels());
  }

  private INDArray constant(double value) {
    return binding.memory().constant(value, in.shape().channels());
  }

  private static INDArray as4d(INDArray vector) {
    return Views.shaped(vector, 1, 1, 1, vector.length());
  }

  private Op mean(INDArray x, INDArray out) {
    var weights = binding.memory().constant(1.0 / in.points(), in.points());
    return Op.product(Views.row(weights), false, in.matrix(x), false, Views.row(out));
  }

  private static Op normalize(
      INDArray x, INDArray mean, INDArray variance, INDArray scale, INDArray shift, INDArray out) {
    return Op.of("batchnorm", Op.inputs(x, mean, variance, scale, shift), out)
        .integers(1, 1, 3)
        .reals(Layer.BatchNormalization.EPSILON);
  }
}
