package org.noisemark.reports.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.results.Run;

/**
 * Compares a candidate's results with a baseline's, cell by cell, paired by seed. Whatever cannot
 * be compared is a finding.
 */
public final class Gate {
  private Gate() {}

  /**
   * Compares two results directories by the rules beside the baseline.
   *
   * @param time whether a longer time is a finding
   * @return in which a record that cannot be read is a finding, too
   * @throws IOException if there are no rules
   * @throws IllegalArgumentException if the rules are wrong; one line with file and key
   */
  public static GateReport of(Path baseline, Path candidate, boolean time) throws IOException {
    GateRules rules = GateRulesJson.read(baseline);
    var findings = new ArrayList<Finding>();
    List<RunRecord> ours = read("baseline", baseline, findings);
    List<RunRecord> theirs = read("candidate", candidate, findings);
    return of(ours, baseline.toString(), theirs, candidate.toString(), rules, time, findings);
  }

  /**
   * Compares two programs that were trained in turns, by rules for their suite.
   *
   * @param base what one trained
   * @param again some of it once more, from which the noise is taken
   * @param head what the other trained
   * @param baseName what people call the one
   */
  public static GateReport sideBySide(
      Path base, Path again, Path head, String baseName, GateRules rules, boolean time) {
    var findings = new ArrayList<Finding>();
    List<RunRecord> ours = read("base", base, findings);
    List<RunRecord> repeated = read("base again", again, findings);
    List<RunRecord> theirs = read("head", head, findings);
    GateRules own = rules;
    if (!ours.isEmpty()) {
      Cell.Suite suite = ours.get(0).cell().suite();
      own = rules.of(suite.name(), suite.version());
    }
    GateReport report = of(ours, baseName, theirs, "working tree", own, time, findings);
    return repeated.isEmpty()
        ? report
        : report.with(RepeatCheck.of(Run.of(ours), Run.of(repeated), report.quality()));
  }

  /** Likewise of records, wherever they come from. */
  public static GateReport of(
      List<RunRecord> baseline, List<RunRecord> candidate, GateRules rules, boolean time) {
    return of(baseline, "baseline", candidate, "candidate", rules, time, new ArrayList<Finding>());
  }

  private static GateReport of(
      List<RunRecord> baseline,
      String baselineName,
      List<RunRecord> candidate,
      String candidateName,
      GateRules rules,
      boolean time,
      List<Finding> findings) {
    List<Run> ours = Run.of(baseline);
    List<Run> theirs = Run.of(candidate);
    Side left = Side.of("baseline", baselineName, ours);
    Side right = Side.of("candidate", candidateName, theirs);
    findings.addAll(InputCheck.of(left, ours));
    findings.addAll(InputCheck.of(right, theirs));
    boolean readable = !ours.isEmpty() && !theirs.isEmpty();
    List<Finding> settings = readable ? SettingsCheck.of(ours, theirs, rules) : List.of();
    findings.addAll(settings);
    List<CellPair> cells =
        readable && settings.isEmpty()
            ? Pairing.of(ours, theirs, findings)
            : Pairing.of(ours, List.of(), new ArrayList<>());
    if (!readable || !settings.isEmpty()) {
      List<String> labels = cells.stream().map(CellPair::label).toList();
      return new GateReport(left, right, rules, time, labels, List.of(), List.of(), findings);
    }
    findings.addAll(unknownNoises(cells, rules));
    List<Comparison> quality = QualityCheck.of(cells, rules, findings);
    findings.addAll(AlarmCheck.of(cells, quality, rules));
    findings.addAll(NoiseCheck.of(cells));
    findings.addAll(CounterCheck.of(cells, rules));
    List<Comparison> times = TimeCheck.of(cells, rules, time, findings);
    List<String> labels = cells.stream().map(CellPair::label).toList();
    return new GateReport(left, right, rules, time, labels, quality, times, findings);
  }

  /** A margin of a noise that no cell has would be one that its author believes in. */
  private static List<Finding> unknownNoises(List<CellPair> cells, GateRules rules) {
    List<String> known = cells.stream().map(cell -> cell.level().key()).distinct().toList();
    return rules.noiseMargins().keySet().stream()
        .filter(noise -> !known.contains(noise))
        .map(
            noise ->
                Finding.of(
                    Check.SETTINGS,
                    Outcome.INVALID,
                    "",
                    "%s: noise_margins name '%s', which no cell of the baseline has; expected one of"
                        + " %s",
                    GateRules.FILE,
                    noise,
                    known))
        .toList();
  }

  private static List<RunRecord> read(String side, Path directory, List<Finding> findings) {
    try {
      return RunRecords.readAll(List.of(directory));
    } catch (IOException e) {
      findings.add(Finding.of(Check.INPUT, Outcome.INVALID, "", "%s: %s", side, e.getMessage()));
      return List.of();
    }
  }
}
