package org.noisemark.suite.training;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** When a cell must stop: at its time limit, or when its thread is interrupted. */
final class Deadline {
  private final Duration limit;
  private final long start = System.nanoTime();

  /**
   * @param limit from now; zero for none
   */
  Deadline(Duration limit) {
    this.limit = limit;
  }

  void check() throws InterruptedException, TimeoutException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped");
    }
    if (!limit.isZero() && System.nanoTime() - start > limit.toNanos()) {
      throw new TimeoutException("not done after " + limit.toMillis() / 1000.0 + " s");
    }
  }
}
