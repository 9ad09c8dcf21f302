package org.noisemark.cli.options;

import java.io.IOException;
import java.util.OptionalInt;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What says which cells of a suite to train: shared by {@code run} and {@code plan}. */
public final class PlanOptions {
  @Mixin private SuiteOptions suite;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of training seeds; as in the suite.")
  private Integer seeds;

  @Option(
      names = "--shard",
      paramLabel = "i/n|auto",
      converter = Shard.Converter.class,
      description = {
        "Only every n-th cell from the i-th on; merge with 'noisemark report'.",
        "auto: the place in a job array of Slurm or an indexed job of Kubernetes."
      })
  private Shard shard;

  /**
   * Returns the plan.
   *
   * @throws IllegalArgumentException if an option or the suite is wrong, or the engine cannot use
   *     the device or has no such precision
   */
  public Plan plan() throws IOException {
    return plan(true);
  }

  /** Likewise, but where it is not trained here, this machine need not have the device. */
  public Plan plan(boolean isHere) throws IOException {
    var count = seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds);
    var plan = suite.plan(suite.suite(), count, isHere);
    return shard == null ? plan : plan.shard(shard.index(), shard.count());
  }

  /** Returns whether only a part of the plan is asked for. */
  public boolean isShard() {
    return shard != null;
  }

  public int workers() {
    return suite.workers();
  }

  /** Returns the number of workers; empty if none is asked for. */
  public OptionalInt workersAsked() {
    return suite.workersAsked();
  }
}
