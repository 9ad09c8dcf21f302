package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * GSAM: Zhuang, Gong, Yuan and others, ICLR 2022, algorithm 1: descends SAM's gradient, and climbs
 * along the part of the plain gradient that is orthogonal to it, which narrows the gap between the
 * perturbed loss and the loss. Two gradients a step.
 *
 * <pre>
 *   ρₜ = ρ_min + (ρ − ρ_min) ηₜ / η_max      η the learning rate
 *   g = ∇L(w),  gₚ = ∇L(w + ρₜ g / ‖g‖)
 *   descend gₚ − α (g − (g·gₚ / ‖gₚ‖²) gₚ)
 * </pre>
 *
 * @param rho radius of the perturbation at the largest learning rate, at least 0
 * @param rhoMin radius at learning rate 0, at least 0
 * @param alpha how far it climbs, at least 0
 */
public record Gsam(double rho, double rhoMin, double alpha) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    Vector gp = training.newScratch();
    return objectives -> {
      double peak = training.peakLearningRate();
      double share = peak == 0 ? 1 : training.learningRate() / peak;
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      training.perturbed(
          rhoMin + (rho - rhoMin) * share, g, objectives.batch(), gp, Pass.PERTURBED);
      double parallel = g.dot(gp) / (gp.dot(gp) + Perturbation.NORM_GUARD);
      gp.axpby(-alpha, g, 1 + alpha * parallel);
      training.descend(gp);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(2);
  }

  /** Named {@code gsam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "gsam";
    }

    @Override
    public String summary() {
      return "SAM that narrows the surrogate gap (Zhuang 2022)";
    }

    @Override
    public String source() {
      return "arXiv 2203.08065, algorithm 1; juntang-zhuang/GSAM";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05),
          Hyperparameter.atLeastZero("rho_min", 0.05),
          Hyperparameter.atLeastZero("alpha", 0.4));
    }

    @Override
    public Gsam create(Values values) {
      return new Gsam(values.real("rho"), values.real("rho_min"), values.real("alpha"));
    }
  }
}
