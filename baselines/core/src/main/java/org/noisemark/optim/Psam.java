package org.noisemark.optim;

import java.util.List;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Parsimonious SAM: Park, KAIST 2022: SAM only periodically, in the early phase of training, at 65
 * % of SAM's gradients. The thesis's period and phase are not public; with a share f of SAM steps
 * the cost is (1 + f) / 2 of SAM's, so that 65 % means f = 0.3: every 2nd step of the first 60 %.
 *
 * <pre>
 *   ε = ρ g / ‖g‖   on every k-th step of the window, which is a share q of all steps
 *   no perturbation on all other steps
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param period k: 1 for every step of the window, 2 for every second …
 * @param windowShare q: share of all steps, in [0, 1]
 * @param window where in training the window lies
 */
public record Psam(double rho, int period, double windowShare, Window window)
    implements PerturbingOptimizer {
  /** Where in training the window lies. */
  public enum Window {
    EARLY,
    LATE,
    /** The whole training, whatever the share. */
    FULL
  }

  public Psam {
    Settings.atLeastZero("rho", rho);
    Settings.require(period >= 1, "period must be at least 1, got " + period);
    Settings.require(
        windowShare >= 0 && windowShare <= 1, "window_share must be in [0, 1], got " + windowShare);
  }

  @Override
  public boolean isDue(long step, long totalSteps) {
    long length = window == Window.FULL ? totalSteps : Math.round(windowShare * totalSteps);
    long first = window == Window.LATE ? totalSteps - length : 0;
    return step >= first && step < first + length && (step - first) % period == 0;
  }

  @Override
  public Perturbation perturbation(TrainingState training) {
    return new Sam(rho).perturbation(training);
  }

  /** Named {@code psam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "psam";
    }

    @Override
    public String summary() {
      return "parsimonious SAM: periodically, early (Park 2022)";
    }

    @Override
    public String source() {
      return "Park, KAIST 2022, abstract";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05),
          Hyperparameter.atLeastOne("period", 2),
          Hyperparameter.share("window_share", 0.6),
          Hyperparameter.choice("window", Window.EARLY));
    }

    @Override
    public Psam create(Values values) {
      return new Psam(
          values.real("rho"),
          values.whole("period"),
          values.real("window_share"),
          values.choice("window", Window.class));
    }
  }
}
