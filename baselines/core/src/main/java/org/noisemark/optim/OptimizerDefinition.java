package org.noisemark.optim;

import org.noisemark.plugin.Definition;
import org.noisemark.plugin.Values;

/** An optimizer that users can ask for by name. */
public interface OptimizerDefinition extends Definition {
  /**
   * Returns the optimizer with these hyper-parameters.
   *
   * @param values one for each of {@link #hyperparameters}
   * @throws IllegalArgumentException in one line, if they do not go together
   */
  Optimizer create(Values values);
}
