package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

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
public record FSam(double rho, double lambda, double sigma, Order order)
    implements PerturbingOptimizer {
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
  public Friendly perturbation(TrainingState training) {
    return new Friendly(training);
  }

  /** The perturbation of one training. */
  public final class Friendly implements Perturbation {
    private final TrainingState training;
    private final Vector m;
    private final Vector d;

    private Friendly(TrainingState training) {
      this.training = training;
      m = training.newVector();
      d = training.newScratch();
    }

    @Override
    public void apply(Vector w, Vector g) {
      if (order == Order.PAPER) {
        m.axpby(1 - lambda, g, lambda);
        d.sum(g, -sigma, m);
      } else if (training.step() == 0) {
        d.copyFrom(g);
        m.copyFrom(g);
      } else {
        d.sum(g, -sigma, m);
        m.axpby(1 - lambda, g, lambda);
      }
      w.axpyNormalized(rho, d, d, Perturbation.NORM_GUARD);
    }

    /**
     * Returns the moving average m, with the gradient of the last step in it. Not to be changed.
     */
    public Vector average() {
      return m;
    }
  }

  private static List<Hyperparameter> rhoLambdaSigma() {
    return List.of(
        Hyperparameter.atLeastZero("rho", 0.05),
        Hyperparameter.decay("lambda", 0.9),
        Hyperparameter.finite("sigma", 1.0));
  }

  private static FSam of(Values values, Order order) {
    return new FSam(values.real("rho"), values.real("lambda"), values.real("sigma"), order);
  }

  /** Named {@code fsam}. */
  public static final class OfAuthors implements OptimizerDefinition {
    @Override
    public String name() {
      return "fsam";
    }

    @Override
    public String summary() {
      return "friendly SAM, the authors' order (Li 2024)";
    }

    @Override
    public String source() {
      return "arXiv 2403.12350; nblt/F-SAM";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return rhoLambdaSigma();
    }

    @Override
    public FSam create(Values values) {
      return of(values, Order.AUTHORS);
    }
  }

  /** Named {@code fsam-paper}. */
  public static final class OfPaper implements OptimizerDefinition {
    @Override
    public String name() {
      return "fsam-paper";
    }

    @Override
    public String summary() {
      return "friendly SAM, the paper's order";
    }

    @Override
    public String source() {
      return "arXiv 2403.12350, algorithm 1";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return rhoLambdaSigma();
    }

    @Override
    public FSam create(Values values) {
      return of(values, Order.PAPER);
    }
  }
}
