package org.noisemark.optim;

import java.util.Locale;
import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

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
public record Psam(double rho, int period, double windowShare, Window window) implements Optimizer {
  /** Where in training the window lies. */
  public enum Window {
    EARLY,
    LATE,
    /** The whole training, whatever the share. */
    FULL;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Psam {
    Settings.atLeastZero("rho", rho);
    Settings.require(period >= 1, "period must be at least 1, got " + period);
    Settings.require(
        windowShare >= 0 && windowShare <= 1, "window_share must be in [0, 1], got " + windowShare);
  }

  @Override
  public Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps) {
    Perturbation sam = new Sam(rho).start(layout, zeros, totalSteps);
    long length = window == Window.FULL ? totalSteps : Math.round(windowShare * totalSteps);
    long first = window == Window.LATE ? totalSteps - length : 0;
    return new Perturbation() {
      @Override
      public boolean isDue(long step) {
        return step >= first && step < first + length && (step - first) % period == 0;
      }

      @Override
      public void apply(Vector w, Vector g) {
        sam.apply(w, g);
      }
    };
  }
}
