package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * Friendly SAM: Li, Zhou, He, Cheng, Huang, CVPR 2024, algorithm 1: perturbs along the batch's
 * stochastic gradient noise, which is what remains when an exponential moving average (EMA) of the
 * gradients, standing for the full gradient, is subtracted. Two gradients a step.
 *
 * <pre>
 *   authors' code:  d = g − σ m,  then  m ← λ m + (1 − λ) g     (first step: d = g, m = g)
 *   paper:          m ← λ m + (1 − λ) g,  then  d = g − σ m     (m = 0 before the first step)
 *   both:           ε = ρ d / ‖d‖
 * </pre>
 *
 * For σ = 1 both orders give the same direction, but for what is left of the first m.
 *
 * @param rho radius of the perturbation, at least 0
 * @param lambda share of the old average that is kept, in [0, 1)
 * @param sigma how much of the average is subtracted
 * @param order which of the two orders
 */
public record FSam(double rho, double lambda, double sigma, Order order) implements Optimizer {
  /** When the moving average is updated. */
  public enum Order {
    /** After it is subtracted, as in the authors' code. */
    AUTHORS,
    /** Before it is subtracted, as in the paper. */
    PAPER
  }

  public FSam {
    Settings.atLeastZero("rho", rho);
    Settings.require(lambda >= 0 && lambda < 1, "lambda must be in [0, 1), got " + lambda);
    Settings.require(Double.isFinite(sigma), "sigma must be finite, got " + sigma);
  }

  @Override
  public Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps) {
    return order == Order.AUTHORS ? new AuthorsOrder(zeros) : new PaperOrder(zeros);
  }

  private final class AuthorsOrder implements Perturbation {
    private final Vector m;
    private final Vector d;
    private boolean first = true;

    private AuthorsOrder(Supplier<Vector> zeros) {
      m = zeros.get();
      d = zeros.get();
    }

    @Override
    public void apply(Vector w, Vector g) {
      if (first) {
        d.copyFrom(g);
        m.copyFrom(g);
        first = false;
      } else {
        d.sum(g, -sigma, m);
        m.axpby(1 - lambda, g, lambda);
      }
      w.axpyNormalized(rho, d, d, NORM_GUARD);
    }
  }

  private final class PaperOrder implements Perturbation {
    private final Vector m;
    private final Vector d;

    private PaperOrder(Supplier<Vector> zeros) {
      m = zeros.get();
      d = zeros.get();
    }

    @Override
    public void apply(Vector w, Vector g) {
      m.axpby(1 - lambda, g, lambda);
      d.sum(g, -sigma, m);
      w.axpyNormalized(rho, d, d, NORM_GUARD);
    }
  }
}
