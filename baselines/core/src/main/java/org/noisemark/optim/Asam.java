package org.noisemark.optim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Adaptive SAM: Kwon, Kim, Park, Choi, ICML 2021, equation 7 with p = 2 and the element-wise
 * normalization operator T_w. Two gradients a step.
 *
 * <pre>
 *   T = |w| + η          on the adapted kinds; T = 1 on all others
 *   ε = ρ T² g / ‖T g‖   one norm over all parameters
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param eta added to |w| so that a weight of 0 still moves, at least 0
 * @param adapted kinds of parameters that T scales
 */
public record Asam(double rho, double eta, Set<Kind> adapted) implements PerturbingOptimizer {
  public Asam {
    Settings.atLeastZero("rho", rho);
    Settings.atLeastZero("eta", eta);
    adapted = Set.copyOf(adapted);
  }

  /** The authors' code, which adapts what is named "weight": weights and normalization scales. */
  public static Asam ofAuthors(double rho, double eta) {
    return new Asam(rho, eta, EnumSet.of(Kind.WEIGHT, Kind.NORMALIZATION_SCALE));
  }

  /**
   * The form in davda54's widely used SAM: T = |w| on all parameters. Its ρ is not comparable with
   * the authors'; 2.0 is recommended with it.
   */
  public static Asam elementwise(double rho) {
    return new Asam(rho, 0, EnumSet.allOf(Kind.class));
  }

  @Override
  public Perturbation perturbation(TrainingState training) {
    Vector mask = training.newScratch(); // 1 on the adapted kinds, 0 elsewhere
    Vector offset = training.newScratch(); // η on the adapted kinds, 1 elsewhere
    mask.write(fill(training.layout(), 1, 0));
    offset.write(fill(training.layout(), eta, 1));
    Vector t = training.newScratch();
    Vector tg = training.newScratch();
    return (w, g) -> {
      t.absolute(w);
      t.scaleAndShift(mask, offset); // T
      tg.product(g, t); // T g
      t.product(tg, t); // T² g
      w.axpyNormalized(rho, t, tg, Perturbation.NORM_GUARD);
    };
  }

  private double[] fill(ParameterLayout layout, double onAdapted, double elsewhere) {
    var values = new double[layout.length()];
    for (var segment : layout.segments()) {
      double value = adapted.contains(segment.kind()) ? onAdapted : elsewhere;
      Arrays.fill(values, segment.offset(), segment.offset() + segment.length(), value);
    }
    return values;
  }

  /** Named {@code asam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "asam";
    }

    @Override
    public String summary() {
      return "adaptive SAM, the authors' form (Kwon 2021)";
    }

    @Override
    public String source() {
      return "arXiv 2102.11600, equation 7; SamsungLabs/ASAM";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.5), Hyperparameter.atLeastZero("eta", 0.01));
    }

    @Override
    public Asam create(Values values) {
      return ofAuthors(values.real("rho"), values.real("eta"));
    }
  }

  /** Named {@code asam-elementwise}. */
  public static final class Elementwise implements OptimizerDefinition {
    @Override
    public String name() {
      return "asam-elementwise";
    }

    @Override
    public String summary() {
      return "adaptive SAM, davda54's form: |w| on all parameters";
    }

    @Override
    public String source() {
      return "davda54/sam, adaptive=True";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 2.0));
    }

    @Override
    public Asam create(Values values) {
      return elementwise(values.real("rho"));
    }
  }
}
