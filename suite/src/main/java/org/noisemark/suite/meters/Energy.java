package org.noisemark.suite.meters;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.engine.Device;
import org.noisemark.machine.EnergyMeter;

/**
 * Energy of one run. The counters are the machine's, so they can be put down to a run only where it
 * runs alone: with more than one worker nothing is read.
 */
public final class Energy {
  /**
   * What was used up to now.
   *
   * @param cpuJoules null where it cannot be read
   * @param gpuJoules null where it cannot be read
   * @param method how those that could be read were read
   * @param scope what they cover
   */
  public record Reading(Double cpuJoules, Double gpuJoules, String method, String scope) {}

  private final EnergyMeter cpu;
  private final EnergyMeter gpu;

  Energy(EnergyMeter cpu, EnergyMeter gpu) {
    this.cpu = cpu;
    this.gpu = gpu;
  }

  public static Energy start(Device device, int workers) {
    boolean alone = workers == 1;
    return new Energy(
        alone ? EnergyMeter.ofProcessor() : EnergyMeter.NONE,
        alone && device == Device.CUDA ? EnergyMeter.ofGpu() : EnergyMeter.NONE);
  }

  /** Reads nothing, for runs that share the machine with what we do not know of. */
  public static Energy none() {
    return new Energy(EnergyMeter.NONE, EnergyMeter.NONE);
  }

  /** Reads the counters; to be called now and then, before they wrap around a second time. */
  public Reading read() {
    var cpuJoules = cpu.joules();
    var gpuJoules = gpu.joules();
    return new Reading(
        boxed(cpuJoules),
        boxed(gpuJoules),
        joined(part(cpuJoules, cpu.method()), part(gpuJoules, gpu.method())),
        joined(part(cpuJoules, cpu.scope()), part(gpuJoules, gpu.scope())));
  }

  private static Double boxed(OptionalDouble joules) {
    return joules.isPresent() ? joules.getAsDouble() : null;
  }

  private static String part(OptionalDouble joules, String text) {
    return joules.isPresent() ? text : "";
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }
}
