package org.noisemark.suite.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.verify.Finding;
import org.noisemark.reports.verify.Finding.Severity;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.plan.Plan;
import org.noisemark.suite.tuning.Tuner;

/** The records of a suite against its plan: a cell that is missing, or that is none of the plan. */
public final class Completeness {
  private Completeness() {}

  /**
   * @param records of that suite; each engine, device and precision among them is held to the whole
   *     plan
   * @param seeds the number asked for; if empty, the suite's, or as many as the records have if
   *     more
   * @throws IllegalArgumentException if an engine is not there
   */
  public static List<Finding> check(Suite suite, List<RunRecord> records, OptionalInt seeds) {
    var findings = new ArrayList<Finding>();
    int count = seeds.orElse(Math.max(suite.seeds().size(), seeds(records)));
    var planned = new LinkedHashMap<String, Cell>();
    for (var like : onePerBoard(records)) {
      var engine = Cells.checked(like.cell()).engine();
      Plan.of(
              suite.in(engine.precision()),
              engine.board(),
              Device.named(engine.device()),
              OptionalInt.of(count))
          .cells()
          .forEach(each -> planned.put(each.runId(), each));
    }
    Set<String> recorded = records.stream().map(RunRecord::runId).collect(Collectors.toSet());
    planned.forEach(
        (runId, cell) -> {
          if (!recorded.contains(runId)) {
            findings.add(
                Finding.ofAll(
                    Severity.ERROR,
                    "missing: " + cell.label() + ", " + cell.engine().name() + ", run " + runId));
          }
        });
    for (var record : records) {
      if (!planned.containsKey(record.runId())) {
        findings.add(
            Finding.ofAll(
                Severity.ERROR,
                "run "
                    + record.runId()
                    + " is no cell of "
                    + suite.name()
                    + " "
                    + suite.version()
                    + " with "
                    + count
                    + " seeds"));
      }
    }
    return findings;
  }

  /**
   * Likewise of what was tried for a suite.
   *
   * @param suite the one that is tuned
   * @param records of one engine, device and precision
   */
  public static List<Finding> ofTuning(Suite suite, List<RunRecord> records) {
    try {
      var tuner = new Tuner(suite);
      return check(tuner.first(tuner.rounds(), records), records, OptionalInt.empty());
    } catch (IllegalArgumentException e) {
      return List.of(Finding.ofAll(Severity.ERROR, e.getMessage()));
    }
  }

  private static int seeds(List<RunRecord> records) {
    return (int) records.stream().map(record -> record.cell().seed()).distinct().count();
  }

  private static List<RunRecord> onePerBoard(List<RunRecord> records) {
    var seen = new HashSet<Cell.Engine>();
    return records.stream().filter(record -> seen.add(board(record.cell().engine()))).toList();
  }

  private static Cell.Engine board(Cell.Engine engine) {
    return new Cell.Engine(engine.board(), engine.device(), engine.precision());
  }
}
