package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.engine.Pass;
import org.noisemark.nn.Network;

/** A network bound to the memory for one number of rows. */
final class Plan {
  private final Tape tape = new Tape();
  private final INDArray images;
  private final INDArray logits;
  private final INDArray logitGradient;

  Plan(Network network, Parameters parameters, Memory memory, int rows) {
    var binding = new Binding(tape, memory.allocator(rows), parameters.cursor());
    var shape = network.input();
    images = binding.memory().take(shape.channels(), shape.height(), shape.width());
    var input = new Value(images, shape, true, Value.Kind.INPUT);
    var chain = binding.chain(network.layers(), input);
    logits = chain.output().array();
    logitGradient = binding.take(chain.output().shape());
    chain.bindBackward(logitGradient);
  }

  /** Returns the logits in evaluation mode, [rows, classes]. */
  double[] evaluate(float[] pixels) {
    Host.write(pixels, images);
    tape.runEvaluation();
    return Host.read(logits);
  }

  /**
   * Returns the logits in training mode, [rows, classes].
   *
   * @param seeds one a row, for dropout
   */
  double[] forward(float[] pixels, long[] seeds, Pass pass) {
    Host.write(pixels, images);
    tape.runTraining(seeds);
    if (pass == Pass.CLEAN) {
      tape.runStatistics();
    }
    return Host.read(logits);
  }

  /** Fills the parameters' gradients, given that of the logits, [rows, classes]. */
  void backward(double[] gradient) {
    Host.write(gradient, logitGradient);
    tape.runBackward();
  }
}
