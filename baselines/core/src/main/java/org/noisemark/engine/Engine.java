package org.noisemark.engine;

import java.util.List;
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

  /**
   * Returns the names of the precisions that it computes in on a device, the usual one first:
   * "float32", "float64"; "tf32" and "bfloat16", where parameters are float32 and what is
   * multiplied is rounded to 11 and 8 significant bits.
   */
  List<String> precisions(Device device);

  /** Returns one line that says why this machine cannot use the device, or empty if it can. */
  Optional<String> obstacle(Device device);

  /** Returns one line that says why it cannot compute so on this machine, or empty if it can. */
  default Optional<String> obstacle(Device device, String precision) {
    return precisions(device).contains(precision)
        ? obstacle(device)
        : Optional.of(
            "engine %s has no precision '%s' on %s, expected one of %s"
                .formatted(name(), precision, device.label(), precisions(device)));
  }

  /**
   * Does nothing if it can compute so on this machine.
   *
   * @throws IllegalArgumentException if not; in one line, why
   */
  default void require(Device device, String precision) {
    obstacle(device, precision)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /** Returns the versions of everything that computes (library, BLAS, CUDA …), by name. */
  Map<String, String> versions();

  /**
   * Builds a network with all its parameters 0.
   *
   * @throws IllegalArgumentException if the engine lacks a layer kind or cannot compute so
   */
  Model build(Network network, Device device, String precision);

  /** Builds in the usual precision. */
  default Model build(Network network, Device device) {
    return build(network, device, precisions(device).get(0));
  }
}
