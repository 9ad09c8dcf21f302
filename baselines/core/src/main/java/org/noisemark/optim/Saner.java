package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * SANER: Luong, Nguyen, Tran, Tran, arXiv 2411.17132: where SAM's gradient has the sign of the
 * plain one but is smaller, noisy labels weigh most; there it is made smaller still. Two gradients
 * a step. Written from version 1 of the paper as it is remembered: its text was not at hand.
 *
 * <pre>
 *   g = ∇L(w),  gₛ = ∇L(w + ρ g / ‖g‖)
 *   gₛᵢ ← α gₛᵢ   where 0 &lt; gₛᵢ / gᵢ &lt; 1
 *   descend gₛ
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param alpha what is left of those elements, in [0, 1]; 1 is SAM
 */
public record Saner(double rho, double alpha) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    Vector gs = training.newScratch();
    Vector smaller = training.newScratch();
    Vector size = training.newScratch();
    return objectives -> {
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      training.perturbed(rho, g, objectives.batch(), gs, Pass.PERTURBED);
      smaller.absolute(g);
      size.absolute(gs);
      smaller.axpy(-1, size);
      smaller.positive(smaller); // |gₛ| < |g|
      size.product(g, gs);
      size.positive(size); // of one sign
      smaller.product(smaller, size);
      smaller.product(smaller, gs);
      gs.axpy(alpha - 1, smaller);
      training.descend(gs);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(2);
  }

  /** Named {@code saner}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "saner";
    }

    @Override
    public String summary() {
      return "SAM that shrinks the elements it already shrinks (Luong 2024)";
    }

    @Override
    public String source() {
      return "arXiv 2411.17132v1";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.1), Hyperparameter.share("alpha", 0.5));
    }

    @Override
    public Saner create(Values values) {
      return new Saner(values.real("rho"), values.real("alpha"));
    }
  }
}
