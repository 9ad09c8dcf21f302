package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * LookSAM: Liu, Mai, Chen, Hsieh, You, CVPR 2022, algorithm 1: takes SAM's gradient on every k-th
 * step only, and reuses the part of it that is orthogonal to the plain gradient on the steps in
 * between. 1 + 1 / k gradients a step.
 *
 * <pre>
 *   g = ∇L(w)
 *   every k-th step:  gₛ = ∇L(w + ρ g / ‖g‖),  gᵥ = gₛ − (gₛ·g / ‖g‖²) g,  descend gₛ
 *   other steps:      descend g + α (‖g‖ / ‖gᵥ‖) gᵥ
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param alpha share of the reused part, at least 0
 * @param period k
 */
public record LookSam(double rho, double alpha, int period) implements Optimizer {
  /** Beside gₛ, a gᵥ of less is what float32 has rounded off, and has no direction. */
  private static final double ROUNDING = 1e-6;

  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    Vector gs = training.newScratch();
    Vector gv = training.newVector();
    var reusable = training.newVariable(0); // 1 where gᵥ is more than rounding
    return objectives -> {
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      if (training.step() % period == 0) {
        training.perturbed(rho, g, objectives.batch(), gs, Pass.PERTURBED);
        gv.sum(gs, -gs.dot(g) / (g.dot(g) + Perturbation.NORM_GUARD), g);
        reusable.set(gv.norm() > ROUNDING * gs.norm() ? 1 : 0);
        training.descend(gs);
      } else {
        if (reusable.get() == 1) {
          g.axpyNormalized(alpha * g.norm(), gv, gv, Perturbation.NORM_GUARD);
        }
        training.descend(g);
      }
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(step % period == 0 ? 2 : 1);
  }

  /** Named {@code looksam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "looksam";
    }

    @Override
    public String summary() {
      return "SAM on every k-th step, its sharpness part reused in between (Liu 2022)";
    }

    @Override
    public String source() {
      return "arXiv 2203.02714, algorithm 1";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05),
          Hyperparameter.atLeastZero("alpha", 0.7),
          Hyperparameter.atLeastOne("period", 5));
    }

    @Override
    public LookSam create(Values values) {
      return new LookSam(values.real("rho"), values.real("alpha"), values.whole("period"));
    }
  }
}
