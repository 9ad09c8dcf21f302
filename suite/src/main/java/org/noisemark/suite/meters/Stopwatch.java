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
  private final long start;
  private final Map<Activity, Long> spent = new EnumMap<>(Activity.class);
  private Activity current = Activity.OTHER;
  private long lapStart;

  public Stopwatch() {
    this(System::nanoTime);
  }

  public Stopwatch(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
    this.lapStart = start;
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

  /** Returns the seconds from the making of this to the end of the last lap. */
  public double total() {
    return seconds(lapStart - start);
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds * 1e-9;
  }
}
