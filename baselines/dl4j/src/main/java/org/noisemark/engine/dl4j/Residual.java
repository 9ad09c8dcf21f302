package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.dl4j.Value.Kind;
import org.noisemark.nn.Layer;

/** body(x) + shortcut(x). */
final class Residual implements BoundLayer {
  private final Binding binding;
  private final Binding.Chain body;
  private final Binding.Chain shortcut;
  private final Value output;

  Residual(Layer.Residual layer, Value in, Binding binding) {
    this.binding = binding;
    body = binding.chain(layer.body(), in.kept());
    shortcut = binding.chain(layer.shortcut(), in.kept());
    var shape = body.output().shape();
    output = Value.of(binding.take(shape), shape, Kind.FREE);
    binding
        .tape()
        .forward(Op.add(body.output().array(), shortcut.output().array(), output.array()));
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public INDArray bindBackward(INDArray gradient) {
    var copy = binding.take(output.shape());
    binding.tape().backward(Op.copy(gradient, copy));
    var throughBody = body.bindBackward(copy);
    var throughShortcut = shortcut.bindBackward(gradient);
    if (throughBody == null || throughShortcut == null) {
      return null;
    }
    binding.tape().backward(Op.add(throughBody, throughShortcut, throughBody));
    binding.memory().give(throughShortcut);
    return throughBody;
  }
}
