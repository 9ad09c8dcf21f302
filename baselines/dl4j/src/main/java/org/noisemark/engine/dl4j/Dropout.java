package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.DropoutMask;
import org.noisemark.nn.Layer;

/** In training 0, or x / (1 − rate), the factors drawn by Java code; x in evaluation. */
final class Dropout implements BoundLayer {
  private final Layer.Dropout layer;
  private final int number;
  private final Binding binding;
  private final Value output;
  private final INDArray factors;

  Dropout(Layer.Dropout layer, Value in, Binding binding) {
    this.layer = layer;
    this.binding = binding;
    var tape = binding.tape();
    this.number = tape.nextDropout();
    this.output = binding.activated(in);
    this.factors = Views.shaped(binding.memory().take(in.shape().size()), in.array().shape());
    tape.training(() -> draw(tape.seeds()));
    tape.training(Op.multiply(in.array(), factors, output.array()));
    if (in.kind() != Kind.FREE) {
      tape.evaluation(Op.copy(in.array(), output.array()));
    }
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var same = Views.shaped(factors, gradient.shape());
    binding.tape().backward(Op.multiply(gradient, same, gradient));
    return gradient;
  }

  private void draw(long[] seeds) {
    var shape = output.shape();
    int size = shape.size();
    int plane = shape.height() * shape.width();
    var all = new double[seeds.length * size];
    for (int n = 0; n < seeds.length; n++) {
      double[] canonical = DropoutMask.factors(seeds[n], number, size, layer.rate());
      for (int i = 0; i < size; i++) {
        int place = output.channelsFirst() ? i : i % plane * shape.channels() + i / plane;
        all[n * size + place] = canonical[i];
      }
    }
    Host.write(all, factors);
  }
}
