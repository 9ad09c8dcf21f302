package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * SAM along one component of the mini-batch's gradient: Li and others, CVPR 2024, section 3. With
 * the gradient G of the whole training set the gradient g of the mini-batch is the sum of two
 * orthogonal parts:
 *
 * <pre>
 *   full gradient    f = (⟨g, G⟩ / ‖G‖²) G
 *   gradient noise   n = g − f
 *   descend          ∇L(w + ρ f / ‖f‖)  or  ∇L(w + ρ n / ‖n‖)
 * </pre>
 *
 * G is taken in the normalization mode of training and without augmentation. Two gradients a step,
 * and one over the training set whenever G is taken anew.
 *
 * @param rho radius of the perturbation, at least 0
 * @param refresh G is taken anew every so many steps, at least 1; between them it is out of date
 * @param component which part
 */
public record ComponentSam(double rho, int refresh, Component component) implements Optimizer {
  /** Parts of the mini-batch's gradient. */
  public enum Component {
    /** Along the gradient of the whole training set. */
    FULL_GRADIENT,
    /** Orthogonal to it. */
    GRADIENT_NOISE
  }

  public ComponentSam {
    Settings.atLeastZero("rho", rho);
    Settings.require(refresh >= 1, "refresh must be at least 1, got " + refresh);
  }

  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    Vector full = training.newVector();
    Vector d = training.newScratch();
    return objectives -> {
      if (training.step() % refresh == 0) {
        objectives.trainingSet().lossAndGradient(full, Pass.PERTURBED);
      }
      var batch = objectives.batch();
      Loss loss = batch.lossAndGradient(g, Pass.CLEAN);
      double square = full.dot(full);
      double share = square > 0 ? g.dot(full) / square : 0;
      if (component == Component.FULL_GRADIENT) {
        d.axpby(share, full, 0);
      } else {
        d.sum(g, -share, full);
      }
      training.perturbed(rho, d, batch, g, Pass.PERTURBED);
      training.descend(g);
      return loss;
    };
  }

  /** Two gradients, and what the gradient of the whole training set takes. */
  @Override
  public Cost cost(long step, long totalSteps) {
    return step % refresh == 0 ? Cost.atLeast(2) : Cost.exactly(2);
  }

  private static List<Hyperparameter> rhoAndRefresh() {
    return List.of(
        Hyperparameter.atLeastZero("rho", 0.05), Hyperparameter.atLeastOne("refresh", 1));
  }

  private static ComponentSam of(Values values, Component component) {
    return new ComponentSam(values.real("rho"), values.whole("refresh"), component);
  }

  /** Named {@code sam-full}. */
  public static final class FullGradient implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam-full";
    }

    @Override
    public String summary() {
      return "SAM along the full-gradient component alone";
    }

    @Override
    public String source() {
      return "arXiv 2403.12350, section 3";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return rhoAndRefresh();
    }

    @Override
    public ComponentSam create(Values values) {
      return of(values, Component.FULL_GRADIENT);
    }
  }

  /** Named {@code sam-noise}. */
  public static final class GradientNoise implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam-noise";
    }

    @Override
    public String summary() {
      return "SAM along the stochastic gradient noise alone";
    }

    @Override
    public String source() {
      return "arXiv 2403.12350, section 3";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return rhoAndRefresh();
    }

    @Override
    public ComponentSam create(Values values) {
      return of(values, Component.GRADIENT_NOISE);
    }
  }
}
