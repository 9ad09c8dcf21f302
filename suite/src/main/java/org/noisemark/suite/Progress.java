package org.noisemark.suite;

import java.io.PrintStream;
import org.noisemark.reports.RunRecord;

/** Is told how a plan comes along. Called by all workers; implementations are thread-safe. */
public interface Progress extends AutoCloseable {
  /** The plan begins; {@code kept} of its cells have a record already. */
  void planned(Plan plan, int kept);

  void started(Cell cell);

  void epoch(Cell cell, RunRecord.Epoch epoch);

  void finished(Cell cell, RunRecord record);

  /** Leaves the terminal as it was. */
  @Override
  void close();

  /** Returns a bar redrawn in place, for terminals. */
  static Progress bar(PrintStream out, int columns) {
    throw new UnsupportedOperationException("follows");
  }

  /** Returns a line for each finished cell, for pipes and CI. */
  static Progress lines(PrintStream out) {
    throw new UnsupportedOperationException("follows");
  }

  /** Returns one that says nothing. */
  static Progress quiet() {
    throw new UnsupportedOperationException("follows");
  }
}
