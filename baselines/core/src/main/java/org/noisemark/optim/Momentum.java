package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;

/**
 * SGD as a descent; {@link Vector#descend} has the equations.
 *
 * @param momentum in [0, 1)
 * @param weightDecay at least 0; acts on every parameter, at the unperturbed w
 * @param nesterov whether to look ahead
 */
public record Momentum(double momentum, double weightDecay, boolean nesterov) implements Descent {
  public Momentum {
    Settings.require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), got " + momentum);
    Settings.atLeastZero("weight_decay", weightDecay);
  }

  @Override
  public State start(Supplier<Vector> zeros) {
    Vector velocity = zeros.get();
    return new State() {
      @Override
      public void descend(Vector w, Vector g, double learningRate, long step) {
        w.descend(g, velocity, learningRate, momentum, weightDecay, nesterov);
      }

      @Override
      public Vector momentum() {
        return velocity;
      }
    };
  }
}
