package org.noisemark.reports.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.gate.rules.GateRules;

/**
 * What a gate found.
 *
 * @param timeCompared whether a longer time is a finding; it is told in any case
 * @param cells labels of the baseline's, in order
 * @param quality one for each cell and accuracy that could be compared, and for all cells together
 * @param time one for each cell that could be compared
 * @param findings in the order of the checks, notes included
 */
public record GateReport(
    Side baseline,
    Side candidate,
    GateRules rules,
    boolean timeCompared,
    List<String> cells,
    List<Comparison> quality,
    List<Comparison> time,
    List<Finding> findings) {
  public GateReport {
    cells = List.copyOf(cells);
    quality = List.copyOf(quality);
    time = List.copyOf(time);
    findings = findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
  }

  /** The same with more findings. */
  GateReport with(List<Finding> more) {
    List<Finding> all = Stream.concat(findings.stream(), more.stream()).toList();
    return new GateReport(baseline, candidate, rules, timeCompared, cells, quality, time, all);
  }

  /** The gravest of the findings; pass if there are only notes. */
  public Outcome outcome() {
    return findings.stream()
        .map(Finding::outcome)
        .min(Comparator.naturalOrder())
        .orElse(Outcome.PASS);
  }

  /** Lines for a terminal. */
  public String text() {
    return GateText.of(this);
  }

  /** For a pull request's summary. */
  public byte[] markdown() {
    return GateMarkdown.of(this);
  }

  /** For continuous integration: a suite a check, a test case a cell. */
  public byte[] junit() {
    return GateJunit.of(this);
  }

  /** Everything, for programs. */
  public byte[] json() {
    return GateJson.of(this);
  }

  public List<Finding> problems() {
    return findings.stream().filter(finding -> !finding.isNote()).toList();
  }

  List<Finding> notes() {
    return findings.stream().filter(Finding::isNote).toList();
  }
}
