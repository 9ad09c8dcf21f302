package org.noisemark.spark;

import java.util.List;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.OptimizerDefinition;
import org.noisemark.optim.Perturbation;
import org.noisemark.optim.PerturbingOptimizer;
import org.noisemark.optim.TrainingState;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** Ends the process that trains with it, as a crash of a native library does. */
public record Halting() implements PerturbingOptimizer {
  @Override
  public Perturbation perturbation(TrainingState training) {
    Runtime.getRuntime().halt(134);
    throw new IllegalStateException("halted");
  }

  /** Named {@code halting}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "halting";
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
      return new Halting();
    }
  }
}
