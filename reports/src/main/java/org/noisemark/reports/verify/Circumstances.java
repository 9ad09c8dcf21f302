package org.noisemark.reports.verify;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.records.RunRecord.Program;
import org.noisemark.reports.records.RunRecord.Status;

/** What differs between the runs of one directory that ought to be compared with care. */
final class Circumstances {
  private final List<RunRecord> records;
  private final Finding.Severity severity;
  private final List<Finding> findings = new ArrayList<>();

  private Circumstances(List<RunRecord> records, Finding.Severity severity) {
    this.records = records;
    this.severity = severity;
  }

  /**
   * @param timings whether times are to be compared, so that other circumstances are an error
   */
  static List<Finding> check(List<RunRecord> records, boolean timings) {
    var check =
        new Circumstances(records, timings ? Finding.Severity.ERROR : Finding.Severity.NOTE);
    check.mixed(
        records,
        "suites",
        record -> record.cell().suite().name() + " " + record.cell().suite().version());
    check.mixed(records, "commits", record -> commit(record.program()));
    check.mixed(records, "versions of noisemark", record -> record.program().version());
    check.mixed(records, "machines", record -> machine(record.environment()));
    check.mixed(records, "Java versions", record -> record.environment().jvm());
    check.engines();
    check.mixed(
        records,
        "numbers of runs side by side",
        record -> record.environment().workers() + " at a time");
    check.dirty();
    check.failed();
    return check.findings;
  }

  private void mixed(List<RunRecord> among, String what, Function<RunRecord, String> circumstance) {
    var runs = new TreeMap<String, Integer>();
    among.forEach(record -> runs.merge(circumstance.apply(record), 1, Integer::sum));
    if (runs.size() > 1) {
      findings.add(
          Finding.ofAll(
              severity,
              String.format(
                  Locale.ROOT,
                  "several %s: %s",
                  what,
                  runs.entrySet().stream()
                      .map(
                          run ->
                              String.format(
                                  Locale.ROOT, "%s (%d runs)", run.getKey(), run.getValue()))
                      .collect(Collectors.joining(", ")))));
    }
  }

  /** Runs of two engines are two boards, whose versions differ anyway. */
  private void engines() {
    records.stream()
        .collect(
            Collectors.groupingBy(record -> what(record.cell().engine()), TreeMap::new, toList()))
        .forEach(
            (engine, own) ->
                mixed(
                    own,
                    "versions of " + engine,
                    record -> record.environment().engineVersions().toString()));
  }

  private static String what(Cell.Engine engine) {
    return engine.trainer() == null ? engine.name() : engine.trainer().label();
  }

  private void dirty() {
    long dirty = records.stream().filter(r -> r.program().gitCommit().endsWith("-dirty")).count();
    if (dirty > 0) {
      findings.add(
          Finding.note(
              String.format(
                      Locale.ROOT,
                      "%d runs were trained by a program built from a changed tree (-dirty): no commit",
                      dirty)
                  + " holds its source"));
    }
  }

  private void failed() {
    long failed = records.stream().filter(record -> record.status() != Status.OK).count();
    if (failed > 0) {
      findings.add(
          Finding.note(
              String.format(Locale.ROOT, "%d runs failed; each counts as chance", failed)));
    }
  }

  private static String commit(Program program) {
    return program.gitCommit().isEmpty() ? "unknown" : program.gitCommit();
  }

  private static String machine(Environment environment) {
    return String.format(
        Locale.ROOT,
        "%s, %d cores%s, %s",
        environment.cpuModel(),
        environment.cpuCores(),
        environment.gpuModel().isEmpty() ? "" : ", " + environment.gpuModel(),
        environment.os());
  }
}
