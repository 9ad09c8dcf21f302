package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;

/** Whether both sides are of the suite that the rules expect, on the same engine. */
final class SettingsCheck {
  private SettingsCheck() {}

  /** Returns what makes the two sides incomparable as a whole. */
  static List<Finding> of(List<Run> baseline, List<Run> candidate, GateRules rules) {
    var findings = new ArrayList<Finding>();
    String expected = rules.suite() + " " + rules.suiteVersion();
    String held = Side.distinct(baseline, SettingsCheck::suite);
    if (!held.equals(expected)) {
      findings.add(
          Finding.of(
              Check.SETTINGS,
              Outcome.INVALID,
              "",
              "the baseline holds %s, but its %s expects %s",
              held,
              GateRules.FILE,
              expected));
    }
    var settings = new LinkedHashMap<String, Function<RunRecord, String>>();
    settings.put("suite or suite version", SettingsCheck::suite);
    settings.put("engine", record -> record.cell().engine().name());
    settings.put("device", record -> record.cell().engine().device());
    settings.put("precision", record -> record.cell().engine().precision());
    settings.put("set of plug-ins", SettingsCheck::plugins);
    settings.forEach(
        (name, value) -> {
          String ours = Side.distinct(baseline, value);
          String theirs = Side.distinct(candidate, value);
          if (!ours.equals(theirs)) {
            findings.add(
                Finding.of(
                    Check.SETTINGS,
                    Outcome.INCOMPARABLE,
                    "",
                    "another %s: %s in the baseline, %s in the candidate",
                    name,
                    ours,
                    theirs));
          }
        });
    return findings;
  }

  private static String plugins(RunRecord record) {
    var plugins = record.environment().plugins();
    return plugins.isEmpty()
        ? "none"
        : plugins.entrySet().stream()
            .map(plugin -> plugin.getKey() + " " + plugin.getValue().substring(0, 8))
            .collect(Collectors.joining(" and "));
  }

  private static String suite(RunRecord record) {
    return record.cell().suite().name() + " " + record.cell().suite().version();
  }
}
