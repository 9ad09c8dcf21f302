package org.noisemark.cli.options;

import java.io.IOException;
import java.util.OptionalInt;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What says which cells to train, and on what: shared by {@code run} and {@code plan}. */
public final class PlanOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "SUITE",
      defaultValue = "quick",
      description = "A preset (see 'noisemark list presets') or a YAML file; ${DEFAULT-VALUE}.")
  private String suite;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "What trains (see 'noisemark list engines'); as in the suite.")
  private String engine;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      converter = DeviceConverter.class,
      description = "Where it trains; as in the suite.")
  private Device device;

  @Mixin private CudaLibsOption cudaLibs;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = "What it multiplies in (see 'noisemark list engines'); as in the suite.")
  private String precision;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of training seeds; as in the suite.")
  private Integer seeds;

  @Option(
      names = "--shard",
      paramLabel = "i/n",
      converter = Shard.Converter.class,
      description = "Only every n-th cell from the i-th on; merge with 'noisemark report'.")
  private Shard shard;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Cells trained side by side; one a core.")
  private Integer workers;

  /**
   * Returns the plan.
   *
   * @throws IllegalArgumentException if an option or the suite is wrong, or the engine cannot use
   *     the device or has no such precision
   */
  public Plan plan() throws IOException {
    workers();
    var loaded = Suites.load(suite);
    var named = precision == null ? loaded : loaded.in(precision);
    var engineName = engine == null ? loaded.engine() : engine;
    var where = device == null ? loaded.device() : device;
    var chosen = Engines.named(engineName);
    chosen.require(where, named.precision(chosen, where));
    var count = seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds);
    var plan = Plan.of(named, engineName, where, count);
    return shard == null ? plan : plan.shard(shard.index(), shard.count());
  }

  public int workers() {
    if (workers == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (workers < 1) {
      throw new IllegalArgumentException("--workers must be at least 1, got " + workers);
    }
    return workers;
  }
}
