package org.noisemark.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Trains what is missing of a plan.
 *
 * @param retryFailed whether cells recorded with another status than ok are trained again
 * @param timeout for each cell; zero for none
 */
public record Harness(boolean retryFailed, Duration timeout) {
  /** Keeps failed cells, waits for every cell. */
  public Harness() {
    this(false, Duration.ZERO);
  }

  /**
   * Trains the cells that have no record in {@code directory/cells}, and writes each one's record
   * when it is done.
   *
   * @param workers cells trained side by side, each by its own thread
   * @throws IOException if a data set cannot be loaded or a record cannot be read or written
   */
  public RunSummary run(Plan plan, Path directory, int workers, Progress progress)
      throws IOException {
    throw new UnsupportedOperationException("follows");
  }
}
