package org.noisemark.study.theory;

import java.util.List;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;

/** An optimizer on a function of a few numbers, in float64, without momentum and weight decay. */
final class Descent64 {
  private final ReferenceVector w;
  private final Step step;

  Descent64(Optimizer optimizer, double learningRate, long steps, long seed, double... start) {
    w = ReferenceVector.of(start);
    step = optimizer.start(state(w, learningRate, steps, seed));
  }

  static TrainingState state(ReferenceVector w, double learningRate, long steps, long seed) {
    int length = w.length();
    return new TrainingState(
        w,
        new ParameterLayout(List.of(new Segment("0.weight", Kind.WEIGHT, 0, List.of(length, 1)))),
        () -> ReferenceVector.zeros(length),
        new Momentum(0, 0, false),
        new Schedule.Constant(learningRate),
        steps,
        seed);
  }

  /**
   * Takes a step.
   *
   * @param function the loss of this step's mini-batch
   */
  void take(AnalyticFunction function) {
    step.take(function.at(w));
  }

  /** Moves it by so much. */
  void shift(double... by) {
    w.axpy(1, ReferenceVector.of(by));
  }

  /** Returns where it is. */
  double[] w() {
    return w.read();
  }
}
