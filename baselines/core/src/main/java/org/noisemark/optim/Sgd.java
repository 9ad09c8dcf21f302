package org.noisemark.optim;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Values;

/** Stochastic gradient descent: never perturbs. One gradient a step. */
public record Sgd() implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    return objectives -> {
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      training.descend(g);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(1);
  }

  /** Named {@code sgd}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public String summary() {
      return "SGD with momentum";
    }

    @Override
    public String source() {
      return "Robbins, Monro 1951; momentum as in torch.optim.SGD";
    }

    @Override
    public Sgd create(Values values) {
      return new Sgd();
    }
  }
}
