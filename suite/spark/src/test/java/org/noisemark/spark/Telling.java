package org.noisemark.spark;

import java.util.List;
import org.noisemark.gpu.ThreadGpu;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.OptimizerDefinition;
import org.noisemark.optim.Perturbation;
import org.noisemark.optim.PerturbingOptimizer;
import org.noisemark.optim.TrainingState;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** Fails, and says which GPU its thread has chosen. */
public record Telling() implements PerturbingOptimizer {
  @Override
  public Perturbation perturbation(TrainingState training) {
    throw new IllegalStateException("GPU " + ThreadGpu.ordinal());
  }

  /** Named {@code telling}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "telling";
    }

    @Override
    public String summary() {
      return "for tests";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of();
    }

    @Override
    public Optimizer create(Values values) {
      return new Telling();
    }
  }
}
