package org.noisemark.optim;

import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * SAM with a perturbation for each m examples of the mini-batch: Foret and others, ICLR 2021,
 * section 4.1 (m-sharpness). With m = 1 it is the 1-SAM of Baek, Kolter, Raghunathan, ICLR 2024.
 * Two gradients a step, each in passes over m examples.
 *
 * <pre>
 *   for each part of m examples:  g_i = ∇L_i(w),  h_i = ∇L_i(w + ρ g_i / ‖g_i‖)
 *   descend the mean of h_i over the examples
 * </pre>
 *
 * <p>Batch normalization normalizes over m examples here, which with m = 1 leaves nothing of a
 * dense layer's output: use layer normalization for small m. Its running statistics follow the
 * first part, as those of training on several devices follow one device.
 *
 * @param rho radius of each perturbation, at least 0
 * @param m examples that share one, at least 1
 */
public record SubBatchSam(double rho, int m) implements Optimizer {
  public SubBatchSam {
    Settings.atLeastZero("rho", rho);
    Settings.require(m >= 1, "m must be at least 1, got " + m);
  }

  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    Vector sum = training.newScratch();
    return objectives -> {
      Objective batch = objectives.batch();
      double loss = 0;
      for (int from = 0; from < batch.size(); from += m) {
        int size = Math.min(m, batch.size() - from);
        Objective part = batch.only(IntStream.range(from, from + size).toArray());
        double share = (double) size / batch.size();
        Loss clean = part.lossAndGradient(g, from == 0 ? Pass.CLEAN : Pass.PERTURBED);
        training.perturbed(rho, g, part, g, Pass.PERTURBED);
        sum.axpby(share, g, from == 0 ? 0 : 1);
        loss += share * clean.value();
      }
      training.descend(sum);
      double mean = loss;
      return () -> mean;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(2);
  }

  /** Named {@code sam-sub-batches}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam-sub-batches";
    }

    @Override
    public String summary() {
      return "SAM with a perturbation for each m examples of the batch; m = 1 is 1-SAM (Baek 2024)";
    }

    @Override
    public String source() {
      return "arXiv 2010.01412, section 4.1; arXiv 2405.03676";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.05), Hyperparameter.atLeastOne("m", 1));
    }

    @Override
    public SubBatchSam create(Values values) {
      return new SubBatchSam(values.real("rho"), values.whole("m"));
    }
  }
}
