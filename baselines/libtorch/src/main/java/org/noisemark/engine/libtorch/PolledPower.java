package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.noisemark.gpu.EnergyCounter;

/**
 * Energy as the integral of a GPU's power over time, by the trapezoid rule between readings: for
 * GPUs that do not count their energy themselves. The driver renews its reading some ten times a
 * second. Thread-safe.
 */
final class PolledPower implements EnergyCounter {
  private static final int INTERVAL_MILLISECONDS = 50;

  /** Reads the power that is drawn now. */
  @FunctionalInterface
  interface Source {
    double watts() throws IOException;
  }

  private final Source source;
  private final LongSupplier clock;
  private long lastNanoseconds;
  private double lastWatts;
  private double joules;
  private IOException failure;

  /**
   * @param clock in nanoseconds
   * @throws IOException if the source cannot be read
   */
  PolledPower(Source source, LongSupplier clock) throws IOException {
    this.source = source;
    this.clock = clock;
    this.lastNanoseconds = clock.getAsLong();
    this.lastWatts = source.watts();
  }

  /** Polls for as long as the process lives; empty where the source cannot be read. */
  static Optional<EnergyCounter> start(Source source) {
    try {
      var counter = new PolledPower(source, System::nanoTime);
      var executor =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                var thread = new Thread(task, "power of the GPU");
                thread.setDaemon(true);
                return thread;
              });
      executor.scheduleAtFixedRate(
          counter::poll, INTERVAL_MILLISECONDS, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
      return Optional.of(counter);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads the power once. A reading that fails ends the integral. */
  synchronized void poll() {
    try {
      double watts = source.watts();
      long nanoseconds = clock.getAsLong();
      joules += (lastWatts + watts) / 2 * (nanoseconds - lastNanoseconds) * 1e-9;
      lastWatts = watts;
      lastNanoseconds = nanoseconds;
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public String method() {
    return "nvml-polled-power";
  }

  @Override
  public synchronized double joules() throws IOException {
    poll();
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    return joules;
  }
}
