package org.noisemark.suite.progress;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.plan.Plan;

/** One line, redrawn in place: cells done, time left, and what is running. */
public final class ProgressBar implements Progress {
  private static final int BAR = 20;
  private static final long REDRAW_NANOSECONDS = 100_000_000;

  private final PrintStream out;
  private final int columns;
  private final Map<Cell, String> running = new LinkedHashMap<>();
  private final Map<Cell, String> places = new HashMap<>();
  private PlanState state;
  private long drawn;

  public ProgressBar(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public synchronized void planned(Plan plan, List<Cell> missing, int workers) {
    state = new PlanState(plan, missing, workers);
    out.println(ProgressLines.opening(plan, missing.size(), workers));
    draw();
  }

  @Override
  public synchronized void sideBySide(int workers) {
    state.sideBySide(workers);
  }

  @Override
  public synchronized void started(Cell cell, String where) {
    places.put(cell, where.isEmpty() ? "" : where + ": ");
    running.put(cell, places.get(cell) + name(cell));
    draw();
  }

  @Override
  public synchronized void epoch(Cell cell, RunRecord.Epoch epoch) {
    state.epoch(cell, epoch.epoch());
    String accuracy =
        epoch.testAccuracy() == null
            ? ""
            : String.format(Locale.ROOT, " %.1f %%", 100 * epoch.testAccuracy());
    running.put(
        cell,
        places.getOrDefault(cell, "")
            + name(cell)
            + " "
            + epoch.epoch()
            + "/"
            + cell.training().epochs()
            + accuracy);
    if (System.nanoTime() - drawn > REDRAW_NANOSECONDS) {
      draw();
    }
  }

  @Override
  public synchronized void finished(Cell cell, RunRecord record) {
    running.remove(cell);
    places.remove(cell);
    state.finished(cell, record);
    if (record.status() != Status.OK) {
      above(cell.label() + ": " + ProgressLines.outcome(record));
    }
    draw();
  }

  @Override
  public synchronized void note(String line) {
    above(line);
    draw();
  }

  @Override
  public synchronized void stopped(String message) {
    above(message);
  }

  @Override
  public synchronized void close() {
    above("");
  }

  /** Returns a short name: the cells that run at one time mostly share data set and network. */
  private static String name(Cell cell) {
    return cell.optimizer().name() + " " + cell.noise().label() + " seed " + cell.seed();
  }

  private void draw() {
    int filled = state.total() == 0 ? BAR : BAR * state.done() / state.total();
    String line =
        Stream.concat(
                Stream.of(
                    "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]",
                    state.done() + "/" + state.total(),
                    state.timeLeft(),
                    state.failures()),
                running.values().stream().map(text -> "| " + text))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    out.print("\r" + fitted(line));
    out.flush();
    drawn = System.nanoTime();
  }

  /** Replaces the bar by a line that stays; the next drawing follows below it. */
  private void above(String line) {
    out.print("\r" + fitted("") + "\r" + (line.isEmpty() ? "" : line + System.lineSeparator()));
    out.flush();
  }

  /** Returns the text cut or filled up to one column less than the terminal has. */
  private String fitted(String text) {
    int width = Math.max(1, columns - 1);
    return text.length() > width
        ? text.substring(0, width)
        : text + " ".repeat(width - text.length());
  }
}
