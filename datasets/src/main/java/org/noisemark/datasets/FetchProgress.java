package org.noisemark.datasets;

/** Called with the progress of a download a few times a second, on the thread that fetches. */
@FunctionalInterface
public interface FetchProgress {
  /** Ignores all progress. */
  FetchProgress SILENT = (file, received, total) -> {};

  /**
   * @param file name of what is transferred
   * @param receivedBytes so far, those of an earlier attempt included
   * @param totalBytes length of the transfer; −1 while unknown
   */
  void received(String file, long receivedBytes, long totalBytes);
}
