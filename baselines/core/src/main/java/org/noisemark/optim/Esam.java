package org.noisemark.optim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * ESAM: Du, Yan, Feng, Zhou, Zhen, Goh, Tan, ICLR 2022, algorithm 1: perturbs a random part of the
 * parameters, and takes the perturbed gradient over those examples alone whose loss the
 * perturbation raises most.
 *
 * <pre>
 *   g = ∇L(w),  m = 1 on each tensor with probability β, 0 otherwise
 *   ε = (ρ / β) (m ∘ g) / ‖m ∘ g‖
 *   B⁺ = the γ |B| examples of the batch with the largest l(w + ε) − l(w)
 *   descend ∇L_{B⁺}(w + ε)
 * </pre>
 *
 * Whole tensors are chosen, as in the authors' code (dydjw9/Efficient_SAM). The losses of single
 * examples are those of evaluation mode, without augmentation, and take two forward passes: 5/3 + γ
 * gradients a step. The authors' code has those at w from its first pass, for 4/3 + γ.
 *
 * @param rho radius of the perturbation, at least 0
 * @param beta share of the parameters that is perturbed, in (0, 1]
 * @param gamma share of the batch that is descended, in (0, 1]; with 1 no losses are asked for
 */
public record Esam(double rho, double beta, double gamma) implements Optimizer {
  public Esam {
    Settings.require(beta > 0 && beta <= 1, "beta must be in (0, 1], got " + beta);
    Settings.require(gamma > 0 && gamma <= 1, "gamma must be in (0, 1], got " + gamma);
  }

  @Override
  public Step start(TrainingState training) {
    Vector w = training.w();
    Vector g = training.newScratch();
    Vector mask = training.newScratch();
    return objectives -> {
      Objective batch = objectives.batch();
      Loss loss = batch.lossAndGradient(g, Pass.CLEAN);
      double[] before = gamma == 1 ? null : batch.losses();
      if (beta < 1) {
        mask.write(mask(training.layout(), training.random()));
        g.product(g, mask);
      }
      training.save();
      w.axpyNormalized(rho / beta, g, g, Perturbation.NORM_GUARD);
      Objective descended = gamma == 1 ? batch : batch.only(sharpest(before, batch.losses()));
      descended.lossAndGradient(g, Pass.PERTURBED);
      training.restore();
      training.descend(g);
      return loss;
    };
  }

  private double[] mask(ParameterLayout layout, UniformRandomProvider random) {
    var mask = new double[layout.length()];
    for (var segment : layout.segments()) {
      double value = random.nextDouble() < beta ? 1 : 0;
      Arrays.fill(mask, segment.offset(), segment.offset() + segment.length(), value);
    }
    return mask;
  }

  /** Returns the examples whose loss has risen most; of two alike the first. */
  private int[] sharpest(double[] before, double[] after) {
    int count = Math.max(1, (int) Math.round(gamma * before.length));
    return IntStream.range(0, before.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> before[i] - after[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The share of a batch that is descended is a whole number of examples, gamma on average. */
  @Override
  public Cost cost(long step, long totalSteps) {
    double forward = 2 * Cost.FORWARD;
    return gamma == 1 ? Cost.exactly(2) : new Cost(1 + forward, 1 + forward + gamma, 2 + forward);
  }

  /** Named {@code esam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "esam";
    }

    @Override
    public String summary() {
      return "efficient SAM: part of the parameters, the sharpest part of the batch (Du 2022)";
    }

    @Override
    public String source() {
      return "arXiv 2110.03141, algorithm 1; dydjw9/Efficient_SAM";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05),
          Hyperparameter.share("beta", 0.5),
          Hyperparameter.share("gamma", 0.5));
    }

    @Override
    public Esam create(Values values) {
      return new Esam(values.real("rho"), values.real("beta"), values.real("gamma"));
    }
  }
}
