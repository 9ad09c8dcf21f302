package org.noisemark.suite.harness;

import java.util.List;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.plan.Plan;

/** Is told how a plan comes along. Called by all workers; implementations are thread-safe. */
public interface Progress extends AutoCloseable {
  /**
   * The plan begins.
   *
   * @param missing those of its cells that have no record yet
   * @param workers how many are trained side by side
   */
  default void planned(Plan plan, List<Cell> missing, int workers) {}

  /** So many cells are trained side by side from now on. */
  default void sideBySide(int workers) {}

  /**
   * Training begins; again if what trained the cell was lost.
   *
   * @param where a few words; empty if in this process
   */
  default void started(Cell cell, String where) {}

  default void epoch(Cell cell, RunRecord.Epoch epoch) {}

  default void finished(Cell cell, RunRecord record) {}

  /**
   * Something about the run is worth a line: that another run is at work in its folder, say, or a
   * machine of a cluster was lost.
   */
  default void note(String line) {}

  /** The run was stopped before its end; the message says what was done and how to go on. */
  default void stopped(String message) {}

  /** Leaves the terminal as it was. */
  @Override
  default void close() {}

  /** Returns one that says nothing. */
  static Progress quiet() {
    return new Progress() {};
  }
}
