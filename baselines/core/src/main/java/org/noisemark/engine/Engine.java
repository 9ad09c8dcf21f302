package org.noisemark.engine;

import java.util.Map;
import java.util.Optional;
import org.noisemark.nn.Network;

/**
 * A deep-learning library behind the few calls that the optimizers need. Found by {@code
 * ServiceLoader}, asked for by name through {@link Engines}.
 */
public interface Engine {
  /** Returns the name by which users ask for it. */
  String name();

  /** Returns what parameters and gradients are held in: "float32", "float64" … */
  String precision();

  /** Returns one line that says why this machine cannot use the device, or empty if it can. */
  Optional<String> obstacle(Device device);

  /** Returns the versions of everything that computes (library, BLAS, CUDA …), by name. */
  Map<String, String> versions();

  /**
   * Builds a network with all its parameters 0.
   *
   * @throws IllegalArgumentException if the engine lacks a layer kind or cannot use the device
   */
  Model build(Network network, Device device);
}
