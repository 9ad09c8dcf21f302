package org.noisemark.optim;

import java.util.List;
import java.util.function.Supplier;
import org.noisemark.engine.Vector;

/** A first-order optimizer, which every method's step ends in. Immutable. */
public interface Descent {
  /** The names that {@link #named} knows. */
  List<String> NAMES = List.of("sgd", "adamw");

  /**
   * Returns fresh state for one training, all of it in vectors.
   *
   * @param zeros makes a vector like the parameters
   */
  State start(Supplier<Vector> zeros);

  /** The state of one training. */
  interface State {
    /**
     * Moves the parameters along a gradient.
     *
     * @param w changed in place
     * @param g gradient, undefined afterwards
     * @param step counted from 0
     */
    void descend(Vector w, Vector g, double learningRate, long step);

    /** Returns the direction that is left of the gradients so far; not to be changed. */
    Vector momentum();
  }

  /**
   * Returns the one of that name.
   *
   * @param momentum in [0, 1); of AdamW the decay β₁ of its first moment
   * @param weightDecay at least 0
   * @param nesterov of SGD alone
   * @throws IllegalArgumentException in one line if there is none, or a setting is out of range
   */
  static Descent named(String name, double momentum, double weightDecay, boolean nesterov) {
    return switch (name) {
      case "sgd" -> new Momentum(momentum, weightDecay, nesterov);
      case "adamw" -> {
        Settings.require(!nesterov, "nesterov must be false with adamw, got true");
        yield new AdamW(momentum, AdamW.BETA2, AdamW.EPSILON, weightDecay);
      }
      default ->
          throw new IllegalArgumentException(
              "unknown descent '" + name + "', expected one of " + NAMES);
    };
  }
}
