package org.noisemark.suite.meters;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Splits a run's time among activities. One of them is on at any moment, so that they add up to the
 * total. Not thread-safe.
 */
public final class Stopwatch {
  /** What a run spends its time on. */
  public enum Activity {
    /** Gradients and the optimizer's arithmetic. */
    TRAIN,
    /** Accuracies. */
    EVAL,
    /** Images to the device, batches and augmentation drawn. */
    DATA,
    /** The rest: building the network, hashes. */
    OTHER
  }

  private final LongSupplier nanoseconds;
  private final Map<Activity, Long> spent = new EnumMap<>(Activity.class);
  private Activity current = Activity.OTHER;
  private long lapStart;

  public Stopwatch() {
    this(System::nanoTime);
  }

  public Stopwatch(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.lapStart = nanoseconds.getAsLong();
  }

  /**
   * Ends the lap that is on and begins one of another activity; returns the ended one's seconds.
   */
  public double enter(Activity next) {
    long now = nanoseconds.getAsLong();
    long lap = now - lapStart;
    spent.merge(current, lap, Long::sum);
    current = next;
    lapStart = now;
    return seconds(lap);
  }

  /** Returns the seconds of an activity, the lap that is on left out. */
  public double seconds(Activity activity) {
    return seconds(spent.getOrDefault(activity, 0L));
  }

  /** Returns the nanoseconds of an activity, likewise. */
  public long nanoseconds(Activity activity) {
    return spent.getOrDefault(activity, 0L);
  }

  /** Adds time of an activity that was spent before, in another process. */
  public void add(Activity activity, long nanosecondsBefore) {
    spent.merge(activity, nanosecondsBefore, Long::sum);
  }

  /** Returns the seconds of all activities, the lap that is on left out. */
  public double total() {
    return seconds(spent.values().stream().mapToLong(Long::longValue).sum());
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds * 1e-9;
  }
}
