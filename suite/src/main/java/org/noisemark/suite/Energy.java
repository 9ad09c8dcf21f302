package org.noisemark.suite;

import java.util.OptionalDouble;
import org.noisemark.machine.EnergyMeter;

/**
 * Energy of one run. The counters are the machine's, so they can be put down to a run only where it
 * runs alone: with more than one worker nothing is read.
 */
final class Energy {
  private final EnergyMeter meter;
  private final boolean alone;
  private OptionalDouble joules = OptionalDouble.empty();

  private Energy(EnergyMeter meter, boolean alone) {
    this.meter = meter;
    this.alone = alone;
  }

  static Energy start(int workers) {
    return new Energy(EnergyMeter.start(), workers == 1);
  }

  /** Reads the counters, before they wrap around a second time. */
  void advance() {
    joules = alone ? meter.joules() : OptionalDouble.empty();
  }

  /** Returns the joules up to now; null where they cannot be read. */
  Double cpuJoules() {
    advance();
    return joules.isPresent() ? joules.getAsDouble() : null;
  }

  String method() {
    return joules.isPresent() ? meter.method() : "";
  }

  String scope() {
    return joules.isPresent() ? meter.scope() : "";
  }
}
