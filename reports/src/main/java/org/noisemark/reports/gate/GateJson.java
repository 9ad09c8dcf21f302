package org.noisemark.reports.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.noisemark.reports.records.RunJson;
import tools.jackson.databind.json.JsonMapper;

/** A gate's report for programs: ratios 0–1, times in seconds, keys sorted, null where unknown. */
final class GateJson {
  private GateJson() {}

  static byte[] of(GateReport report) {
    var json = new LinkedHashMap<String, Object>();
    json.put("outcome", report.outcome().label());
    json.put("exit_code", report.outcome().exitCode());
    json.put("baseline", side(report.baseline()));
    json.put("candidate", side(report.candidate()));
    json.put("rules", JsonMapper.shared().readTree(GateRulesJson.bytes(report.rules())));
    json.put("time_compared", report.timeCompared());
    json.put("cells", report.cells());
    json.put("quality", report.quality().stream().map(GateJson::comparison).toList());
    json.put("time", report.time().stream().map(GateJson::comparison).toList());
    json.put("findings", report.findings().stream().map(GateJson::finding).toList());
    return RunJson.pretty(json);
  }

  private static Map<String, Object> side(Side side) {
    return Map.of(
        "directory", side.directory(),
        "suites", side.suites(),
        "commits", side.commits(),
        "runs", side.runs());
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    var json = new LinkedHashMap<String, Object>();
    json.put("cell", comparison.cell());
    json.put("column", comparison.column());
    json.put("seeds", comparison.seeds());
    json.put("baseline_mean", comparison.baseline());
    json.put("candidate_mean", comparison.candidate());
    json.put("difference_mean", comparison.test().mean());
    json.put("difference_sd", orNull(comparison.test().sd()));
    json.put("lower_bound", orNull(comparison.lowerBound()));
    json.put("margin", comparison.test().margin());
    json.put("p_excluded", comparison.test().pExcluded());
    json.put("p_shown_holm", comparison.shown());
    json.put("verdict", comparison.verdict().label());
    json.put(
        "seeds_to_decide",
        comparison.seedsToDecide().isPresent() ? comparison.seedsToDecide().getAsInt() : null);
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "check", finding.check().label(),
        "outcome", finding.isNote() ? "note" : finding.outcome().label(),
        "cell", finding.cell(),
        "message", finding.message());
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
