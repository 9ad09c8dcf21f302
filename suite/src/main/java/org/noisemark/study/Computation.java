package org.noisemark.study;

import java.io.IOException;
import java.util.List;
import org.noisemark.reports.study.Measurement;

/**
 * A part of a study that is computed and kept by itself: the same work gives the same numbers.
 *
 * @param key unique in the study: lower-case letters, digits, hyphens and dots; names its file
 */
public record Computation(String key, Work work) {
  /** What is to be done. */
  @FunctionalInterface
  public interface Work {
    /**
     * @throws InterruptedException if the thread was interrupted
     */
    List<Measurement> measure() throws IOException, InterruptedException;
  }
}
