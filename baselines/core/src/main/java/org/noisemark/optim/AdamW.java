package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;

/**
 * AdamW: Loshchilov, Hutter, ICLR 2019, algorithm 2, as torch.optim.AdamW computes it. In step t,
 * counted from 1:
 *
 * <pre>
 *   w ← w − η λ w
 *   m ← β₁ m + (1 − β₁) g
 *   v ← β₂ v + (1 − β₂) g²
 *   w ← w − η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon above 0
 * @param weightDecay λ, at least 0; decoupled from the gradient
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay)
    implements Descent {
  /** The usual decay of the second moment. */
  public static final double BETA2 = 0.999;

  /** The usual guard of the division. */
  public static final double EPSILON = 1e-8;

  public AdamW {
    Settings.require(beta1 >= 0 && beta1 < 1, "momentum must be in [0, 1), got " + beta1);
    Settings.require(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1), got " + beta2);
    Settings.require(epsilon > 0, "epsilon must be above 0, got " + epsilon);
    Settings.atLeastZero("weight_decay", weightDecay);
  }

  @Override
  public State start(Supplier<Vector> zeros) {
    Vector m = zeros.get();
    Vector v = zeros.get();
    return new State() {
      @Override
      public void descend(Vector w, Vector g, double learningRate, long step) {
        long t = step + 1;
        double root = Math.sqrt(1 - Math.pow(beta2, t));
        w.axpby(-learningRate * weightDecay, w, 1);
        m.axpby(1 - beta1, g, beta1);
        g.product(g, g);
        v.axpby(1 - beta2, g, beta2);
        w.axpyOverRoot(-learningRate * root / (1 - Math.pow(beta1, t)), m, v, epsilon * root);
      }

      @Override
      public Vector momentum() {
        return m;
      }
    };
  }
}
