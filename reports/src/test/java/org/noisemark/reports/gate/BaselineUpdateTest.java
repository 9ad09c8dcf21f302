package org.noisemark.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.noisemark.reports.gate.Results.edited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.results.Metric;

@Tag("slow")
class BaselineUpdateTest {
  /** Already tomorrow in Asia, still yesterday in America. */
  private static final Instant NOW = Instant.parse("2026-12-31T23:30:00Z");

  @TempDir Path folder;
  private Path baseline;
  private Path candidate;

  @BeforeEach
  void name() {
    baseline = folder.resolve("baselines/ci");
    candidate = folder.resolve("candidate");
  }

  @Test
  void makesABaselineThatPassesItsOwnGate() throws IOException {
    write(candidate, committed("aa"));
    update("the first");
    assertEquals(Outcome.PASS, Gate.of(baseline, candidate, false).outcome());
    assertEquals(List.of("CHANGES.md", "cells", "gate.json"), names(baseline));
    assertEquals(GateRules.defaults("test", "1.0.0"), GateRulesJson.read(baseline));
    assertEquals(List.of("- 2026-12-31: test 1.0.0, 20 runs of commit aa: the first"), entries());
  }

  @Test
  void movesItWithADatedReasonAndKeepsTheRules() throws IOException {
    write(candidate, committed("aa"));
    update("the first");
    var rules =
        new GateRules(
            "test",
            "1.0.0",
            0.01,
            Map.of(Metric.TEST_ACCURACY_FINAL, 0.02),
            new TreeMap<>(),
            GateRules.COUNTERS,
            0.1,
            0.95,
            2);
    Files.write(baseline.resolve("gate.json"), GateRulesJson.bytes(rules));
    Path other = folder.resolve("other");
    write(
        other,
        committed("bb").stream()
            .map(run -> edited(run, "/cell/suite/version", "1.1.0"))
            .map(run -> Planted.accuracy(run, 0.001))
            .toList());
    update("more epochs", other);
    assertEquals(rules.of("test", "1.1.0"), GateRulesJson.read(baseline));
    assertEquals(
        List.of(
            "- 2026-12-31: test 1.0.0, 20 runs of commit aa: the first",
            "- 2026-12-31: test 1.1.0, 20 runs of commit bb, gate: incomparable: more epochs"),
        entries());
    assertEquals(
        RunRecords.readAll(List.of(other)), RunRecords.readAll(List.of(baseline)), "and no others");
    assertEquals(List.of("CHANGES.md", "cells", "gate.json"), names(baseline));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void needsAReason(String reason) throws IOException {
    write(candidate, committed("aa"));
    assertThrows(IllegalArgumentException.class, () -> update(reason));
    assertFalse(Files.exists(baseline));
  }

  @Test
  void refusesWhatIsNotWhole() throws IOException {
    assertRefuses("has 4 of 5 seeds", committed("aa").subList(1, 20));
    assertRefuses("runs of several commits: aa, bb", mixed());
    assertRefuses("aa-dirty, which nobody can check out", committed("aa-dirty"));
    assertRefuses("unknown, which nobody can check out", committed(""));
    var absurd = committed("aa").stream().map(r -> edited(r, "/accuracy/last", "NaN")).toList();
    assertRefuses("test_accuracy_final_ratio is NaN", absurd);
  }

  @Test
  void refusesACandidateThatLostACell() throws IOException {
    write(candidate, committed("aa"));
    update("the first");
    write(folder.resolve("less"), committed("bb").subList(0, 15));
    BaselineUpdate refused = BaselineUpdate.of(baseline, folder.resolve("less"), "fewer", NOW);
    assertTrue(refused.refusals().get(0).message().contains("lacks the cell"), refused.toString());
    assertEquals(1, entries().size());
    assertEquals(20, RunRecords.readAll(List.of(baseline)).size());
  }

  @Test
  void refusesRunsOfAnotherSuite() throws IOException {
    write(candidate, committed("aa"));
    update("the first");
    Path other = folder.resolve("other");
    write(
        other,
        committed("bb").stream().map(run -> edited(run, "/cell/suite/name", "quick")).toList());
    BaselineUpdate refused = BaselineUpdate.of(baseline, other, "why not", NOW);
    assertTrue(
        refused.refusals().get(0).message().contains("suite quick, but this is the baseline of"),
        refused.toString());
    assertEquals(1, entries().size());
    assertEquals(
        RunRecords.readAll(List.of(candidate)), RunRecords.readAll(List.of(baseline)), "as it was");
  }

  private void assertRefuses(String message, List<RunRecord> records) throws IOException {
    Path broken = Files.createTempDirectory(folder, "broken");
    write(broken, records);
    BaselineUpdate update = BaselineUpdate.of(baseline, broken, "why", NOW);
    assertTrue(
        update.refusals().stream().anyMatch(refusal -> refusal.message().contains(message)),
        update.toString());
    assertFalse(Files.exists(baseline));
  }

  private static List<RunRecord> mixed() {
    var records = new java.util.ArrayList<>(committed("aa"));
    records.set(3, edited(records.get(3), "/program/git_commit", "bb"));
    return records;
  }

  private static List<RunRecord> committed(String commit) {
    return Results.each(run -> edited(run, "/program/git_commit", commit));
  }

  private void update(String reason) throws IOException {
    update(reason, candidate);
  }

  private void update(String reason, Path from) throws IOException {
    BaselineUpdate update = BaselineUpdate.of(baseline, from, reason, NOW);
    assertEquals(List.of(), update.refusals());
  }

  private List<String> entries() throws IOException {
    return Files.readAllLines(baseline.resolve(BaselineUpdate.LOG)).stream()
        .filter(line -> line.startsWith("- "))
        .toList();
  }

  private static void write(Path directory, List<RunRecord> records) throws IOException {
    for (RunRecord record : records) {
      RunRecords.write(directory, record);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
