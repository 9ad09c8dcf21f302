package org.noisemark.optim;

import java.util.Map;
import java.util.SortedMap;
import org.noisemark.plugin.Registry;
import org.noisemark.plugin.Values;

/** The optimizers by name. */
public final class Optimizers {
  /** All that ship, and those of the plug-ins. */
  public static final Registry<OptimizerDefinition> REGISTRY =
      Registry.ofDefinitions(OptimizerDefinition.class, "optimizer");

  private Optimizers() {}

  /**
   * Returns all hyper-parameters of an optimizer: those given, checked, and the defaults of the
   * rest.
   *
   * @throws IllegalArgumentException in one line, if the optimizer or a name is unknown, or a value
   *     is out of range
   */
  public static SortedMap<String, Object> hyperparameters(String name, Map<String, ?> given) {
    var definition = REGISTRY.named(name);
    var values = Values.of(definition, given);
    definition.create(values); // checks what must hold between them
    return values.byName();
  }

  /**
   * Returns an optimizer with the given hyper-parameters; the others are the defaults.
   *
   * @throws IllegalArgumentException as {@link #hyperparameters}
   */
  public static Optimizer named(String name, Map<String, ?> given) {
    var definition = REGISTRY.named(name);
    return definition.create(Values.of(definition, given));
  }
}
