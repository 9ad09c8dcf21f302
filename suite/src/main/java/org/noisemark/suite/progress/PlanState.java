package org.noisemark.suite.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.plan.Plan;

/** Where a plan stands, for people to look at. Not thread-safe. */
final class PlanState {
  private final Map<Cell, Double> left = new LinkedHashMap<>();
  private final TimeLeft timeLeft;
  private final int total;
  private int failed;

  PlanState(Plan plan, List<Cell> missing, int workers) {
    missing.forEach(cell -> left.put(cell, 1.0));
    total = plan.cells().size();
    timeLeft = new TimeLeft(workers);
  }

  void sideBySide(int workers) {
    timeLeft.sideBySide(workers);
  }

  void epoch(Cell cell, int epoch) {
    left.put(cell, 1 - (double) epoch / cell.training().epochs());
  }

  void finished(Cell cell, RunRecord record) {
    left.remove(cell);
    if (record.status() == Status.OK) {
      timeLeft.finished(cell, record.cost().totalSeconds());
    } else {
      failed++;
    }
  }

  int total() {
    return total;
  }

  int done() {
    return total - left.size();
  }

  /** Returns "1:02:03 left"; "" as long as nothing is known, or nothing is left. */
  String timeLeft() {
    return left.isEmpty() ? "" : timeLeft.of(left).map(d -> Clock.text(d) + " left").orElse("");
  }

  /** Returns "2 failed"; "" if none is. */
  String failures() {
    return failed == 0 ? "" : failed + " failed";
  }
}
