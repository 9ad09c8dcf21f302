package org.noisemark.machine;

import java.util.OptionalDouble;
import org.noisemark.gpu.Gpus;

/**
 * Energy since the meter was started, by counters of the machine: what other processes and other
 * workers burn counts as well. Never an estimate: empty where no counter can be read.
 *
 * <p>Not thread-safe: each worker starts its own.
 */
public interface EnergyMeter {
  /** Reads nothing. */
  EnergyMeter NONE =
      new EnergyMeter() {
        @Override
        public OptionalDouble joules() {
          return OptionalDouble.empty();
        }

        @Override
        public String method() {
          return "";
        }

        @Override
        public String scope() {
          return "";
        }
      };

  /** Starts to measure the processor packages and their memory. */
  static EnergyMeter ofProcessor() {
    return RaplMeter.start();
  }

  /** Starts to measure the NVIDIA GPU that engines compute on. */
  static EnergyMeter ofGpu() {
    return GpuMeter.start(Gpus.ofThisMachine().inUse());
  }

  /**
   * Returns the energy since the start, in joules; empty where no counter could be read then, or
   * one of them cannot be read any more. Must be called every half hour, before a counter wraps
   * around unseen.
   */
  OptionalDouble joules();

  /** Returns how the energy is read; empty where it is not. */
  String method();

  /** Returns what the counters cover, "machine: package-0, dram"; empty where none is read. */
  String scope();
}
