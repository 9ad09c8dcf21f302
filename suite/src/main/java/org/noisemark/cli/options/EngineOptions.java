package org.noisemark.cli.options;

import java.util.Optional;
import java.util.OptionalInt;
import org.noisemark.engine.Device;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** On what is trained: shared by the commands that train what a suite or a study names. */
public final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      completionCandidates = Names.OfEngines.class,
      description = "What trains (see 'noisemark list engines'); as in the suite.")
  private String engine;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      converter = DeviceConverter.class,
      completionCandidates = Names.OfDevices.class,
      description = "Where it trains; as in the suite.")
  private Device device;

  @Mixin private CudaLibsOption cudaLibs;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Cells trained side by side; one a core.")
  private Integer workers;

  /** Returns the engine's name; empty if none is asked for. */
  public Optional<String> engine() {
    return Optional.ofNullable(engine);
  }

  /** Returns the device; empty if none is asked for. */
  public Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /**
   * @throws IllegalArgumentException if fewer than one is asked for
   */
  public int workers() {
    return workersAsked().orElse(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns the number of workers; empty if none is asked for.
   *
   * @throws IllegalArgumentException if fewer than one is asked for
   */
  public OptionalInt workersAsked() {
    if (workers == null) {
      return OptionalInt.empty();
    }
    if (workers < 1) {
      throw new IllegalArgumentException("--workers must be at least 1, got " + workers);
    }
    return OptionalInt.of(workers);
  }
}
