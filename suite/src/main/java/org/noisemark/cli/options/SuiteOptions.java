package org.noisemark.cli.options;

import java.io.IOException;
import java.util.OptionalInt;
import org.noisemark.engine.Engines;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What says which suite is trained, and on what: shared by the commands that train one. */
public final class SuiteOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "SUITE",
      defaultValue = "quick",
      completionCandidates = Names.OfPresets.class,
      description = "A preset (see 'noisemark list presets') or a YAML file; ${DEFAULT-VALUE}.")
  private String suite;

  @Mixin private EngineOptions on;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = "What it multiplies in (see 'noisemark list engines'); as in the suite.")
  private String precision;

  /** Returns the preset's name or the file's path. */
  public String name() {
    return suite;
  }

  /**
   * Returns the suite in the precision that is asked for.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  public Suite suite() throws IOException {
    var loaded = Suites.load(suite);
    return precision == null ? loaded : loaded.in(precision);
  }

  /**
   * Returns the plan of a suite on the engine and device that are asked for.
   *
   * @throws IllegalArgumentException if an option is wrong, or the engine cannot use the device or
   *     has no such precision
   */
  public Plan plan(Suite suite, OptionalInt seeds) {
    return plan(suite, seeds, true);
  }

  /** Likewise, but where it is not trained here, this machine need not have the device. */
  Plan plan(Suite suite, OptionalInt seeds, boolean isHere) {
    workers();
    var engineName = on.engine().orElse(suite.engine());
    var where = on.device().orElse(suite.device());
    var chosen = Engines.named(engineName);
    var precision = suite.precision(chosen, where);
    if (isHere) {
      chosen.require(where, precision);
    }
    return Plan.of(suite, engineName, where, seeds);
  }

  public int workers() {
    return on.workers();
  }

  public OptionalInt workersAsked() {
    return on.workersAsked();
  }
}
