package org.noisemark.suite.progress;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.plan.Plan;

/** One line for each finished cell. */
public final class ProgressLines implements Progress {
  private final PrintStream out;
  private final Map<Cell, String> places = new HashMap<>();
  private PlanState state;

  public ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void planned(Plan plan, List<Cell> missing, int workers) {
    state = new PlanState(plan, missing, workers);
    out.println(opening(plan, missing.size(), workers));
  }

  @Override
  public synchronized void sideBySide(int workers) {
    state.sideBySide(workers);
  }

  @Override
  public synchronized void started(Cell cell, String where) {
    places.put(cell, where);
  }

  @Override
  public synchronized void epoch(Cell cell, RunRecord.Epoch epoch) {
    state.epoch(cell, epoch.epoch());
  }

  @Override
  public synchronized void finished(Cell cell, RunRecord record) {
    state.finished(cell, record);
    out.println(
        Stream.of(
                "[" + state.done() + "/" + state.total() + "] " + cell.label(),
                outcome(record),
                String.format(Locale.ROOT, "%.1f s", record.cost().totalSeconds()),
                Objects.requireNonNullElse(places.remove(cell), ""),
                state.timeLeft())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
    out.flush();
  }

  @Override
  public synchronized void note(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public synchronized void stopped(String message) {
    out.println(message);
    out.flush();
  }

  /** Returns what is about to be done. */
  static String opening(Plan plan, int missing, int workers) {
    int all = plan.cells().size();
    String kept = missing == all ? "" : ", " + (all - missing) + " of them done before";
    return plan.suite().name() + ": " + all + " cells" + kept + ", " + workers + " side by side";
  }

  /** Returns the test accuracy in per cent, or why there is none. */
  static String outcome(RunRecord record) {
    return record.status() == Status.OK
        ? String.format(Locale.ROOT, "test %.2f %%", 100 * record.accuracy().last())
        : record.status().name().toLowerCase(Locale.ROOT) + ": " + record.statusDetail();
  }
}
