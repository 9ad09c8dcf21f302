package org.noisemark.suite;

import org.noisemark.engine.Device;
import org.noisemark.reports.RunRecord;

/** One combination of a suite's lists: the unit of training, resuming and distribution. */
public record Cell(
    String suite,
    String suiteVersion,
    String dataset,
    String network,
    String optimizer,
    long seed,
    String engine,
    Device device) {

  /** Returns the first 16 hex digits of the SHA-256 of the canonical configuration. */
  public String runId() {
    throw new UnsupportedOperationException("follows");
  }

  /** Returns a few words for people: data set, noise, network, optimizer, seed. */
  public String label() {
    throw new UnsupportedOperationException("follows");
  }

  /** Returns the cell as run records have it. */
  public RunRecord.Cell describe() {
    throw new UnsupportedOperationException("follows");
  }
}
