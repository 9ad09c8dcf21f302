package org.noisemark.suite.meters;

import org.jspecify.annotations.Nullable;
import org.noisemark.suite.checkpoint.Spent;
import org.noisemark.suite.meters.Stopwatch.Activity;

/** What a training is measured with. Not thread-safe. */
public record Meters(Stopwatch watch, StepTimes steps, PassCounter passes) {
  public Meters() {
    this(new Stopwatch(), new StepTimes(), new PassCounter());
  }

  /** Begins with what another process measured of the same training. */
  public void restore(Spent before, double[] stepSeconds) {
    watch.add(Activity.TRAIN, before.trainNanoseconds());
    watch.add(Activity.EVAL, before.evalNanoseconds());
    watch.add(Activity.DATA, before.dataNanoseconds());
    watch.add(Activity.OTHER, before.otherNanoseconds());
    passes.restore(before);
    steps.restore(stepSeconds);
  }

  /**
   * Returns what was spent so far.
   *
   * @param cpuJoules null where not read
   * @param gpuJoules null where not read
   */
  public Spent spent(@Nullable Double cpuJoules, @Nullable Double gpuJoules) {
    return new Spent(
        watch.nanoseconds(Activity.TRAIN),
        watch.nanoseconds(Activity.EVAL),
        watch.nanoseconds(Activity.DATA),
        watch.nanoseconds(Activity.OTHER),
        passes.gradients(),
        passes.forwards(),
        passes.samples(),
        passes.flops(),
        cpuJoules,
        gpuJoules);
  }
}
