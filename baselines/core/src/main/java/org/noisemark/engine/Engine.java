package org.noisemark.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.noisemark.nn.Network;

/**
 * A deep-learning library behind the few calls that the optimizers need. Found by {@code
 * ServiceLoader}, asked for by name through {@link Engines}.
 */
public interface Engine {
  /** Returns the name by which users ask for it: lower-case letters, digits and hyphens. */
  String name();

  /**
   * Returns the names of the precisions that it has for a device, at least one, the default first:
   * "float32", "float64"; "tf32" and "bfloat16", where parameters are float32 and the factors of
   * matrix products are rounded to 11 and 8 significant bits.
   */
  List<String> precisions(Device device);

  /**
   * Returns one line that says why this engine cannot use the device on this machine; empty if it
   * can.
   */
  Optional<String> obstacle(Device device);

  /**
   * Returns one line that says why this engine cannot compute in the precision on the device; empty
   * if it can.
   */
  default Optional<String> obstacle(Device device, String precision) {
    return precisions(device).contains(precision)
        ? obstacle(device)
        : Optional.of(
            String.format(
                Locale.ROOT,
                "engine %s has no precision '%s' on %s, expected one of %s",
                name(),
                precision,
                device.label(),
                precisions(device)));
  }

  /**
   * Checks that this engine can compute in the precision on the device.
   *
   * @throws IllegalArgumentException if it cannot; the message is the {@link #obstacle}
   */
  default void require(Device device, String precision) {
    obstacle(device, precision)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /**
   * Returns whether threads that have chosen different GPUs compute on different ones, rather than
   * all on the first.
   */
  default boolean usesSeveralGpus() {
    return false;
  }

  /**
   * Returns the version of each library that computes (tensor library, BLAS, CUDA …), by its name;
   * empty if this project's own code does.
   */
  Map<String, String> versions();

  /**
   * Builds a network, all its parameters 0.
   *
   * @throws IllegalArgumentException as {@link #require} does
   */
  Model build(Network network, Device device, String precision);

  /** Builds in the default precision of the device. */
  default Model build(Network network, Device device) {
    return build(network, device, precisions(device).get(0));
  }
}
