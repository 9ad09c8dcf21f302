package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.gate.calibration.GateSelfTest;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code gate} and {@code baseline update} on folders: each exit code, each file. */
@Tag("slow")
class GateCommandTest {
  private static final String COMMIT = "0123456789012345678901234567890123456789";

  @TempDir Path folder;
  private Path baseline;
  private Path candidate;

  @BeforeEach
  void makeBaseline() throws IOException {
    baseline = folder.resolve("baseline");
    candidate = folder.resolve("candidate");
    results(candidate, run -> run);
    var made = update("--reason", "the first");
    assertEquals(0, made.exitCode(), made.err());
    assertTrue(made.out().contains("baseline moved: " + LocalDate.now(ZoneOffset.UTC)), made.out());
  }

  @Test
  void theSameIs0() {
    var run = gate();
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().endsWith("gate: pass (exit code 0)\n"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void aLossIs3() throws IOException {
    results(candidate, run -> Planted.accuracy(run, -0.05));
    assertExit(3, "gate: regressed (exit code 3)");
  }

  @Test
  void anotherCountIs4() throws IOException {
    results(candidate, run -> edited(run, "cost", "flops", 1));
    assertExit(4, "flops_total is 1, was ");
  }

  @Test
  void tooFewSeedsIs5() throws IOException {
    results(candidate, run -> Planted.accuracy(run, run.cell().seed() == 2 ? -0.03 : 0.01));
    assertExit(5, "seeds would decide it");
  }

  @Test
  void whatIsMissingOrUnreadableIs6() throws IOException {
    Path file;
    try (var files = Files.list(candidate.resolve("cells"))) {
      file = files.sorted().findFirst().orElseThrow();
    }
    Files.writeString(file, Files.readString(file).substring(0, 300));
    assertExit(6, file.getFileName() + ": cut short");
    Files.delete(file);
    assertExit(6, "the candidate lacks seed");
    candidate = folder.resolve("absent");
    assertExit(6, "no folder cells in it");
  }

  @Test
  void anotherVersionIs7() throws IOException {
    results(candidate, run -> edited(run, "cell/suite", "version", "1.0.1"));
    assertExit(7, "another suite or suite version");
  }

  @Test
  void anotherMachineIs7WhereTimesAreCompared() throws IOException {
    results(candidate, run -> edited(run, "environment", "cpu_model", "Other"));
    assertEquals(0, gate().exitCode());
    assertEquals(7, gate("--time").exitCode());
  }

  @Test
  void writesEveryFile() throws Exception {
    results(candidate, run -> Planted.accuracy(run, -0.05));
    var run =
        gate(
            "--junit", folder.resolve("gate.xml").toString(),
            "--markdown", folder.resolve("gate.md").toString(),
            "--json", folder.resolve("result.json").toString());
    assertEquals(3, run.exitCode());
    var xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("gate.xml").toFile());
    assertEquals("testsuites", xml.getDocumentElement().getTagName());
    assertTrue(xml.getElementsByTagName("failure").getLength() > 0);
    assertTrue(Files.readString(folder.resolve("gate.md")).contains("regressed (exit code 3)"));
    var json = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("result.json")));
    assertEquals(3, json.at("/exit_code").asInt());
  }

  @Test
  void rulesThatAreWrongAre2() throws IOException {
    Path rules = baseline.resolve("gate.json");
    Files.writeString(rules, Files.readString(rules).replace("alpha", "alhpa"));
    var run = gate();
    assertEquals(2, run.exitCode());
    assertEquals(1, run.err().lines().count());
    assertTrue(run.err().contains("unknown field \"alhpa\" (did you mean 'alpha'?)"), run.err());
  }

  @Test
  void tellsThePlantedChangesApart() {
    for (var run :
        new CommandLineRun[] {
          CommandLineRun.of(folder, "gate", "--self-test"),
          CommandLineRun.of(folder, "gate", "--self-test", "--baseline", baseline.toString())
        }) {
      assertEquals(0, run.exitCode(), run.out());
      assertTrue(run.out().endsWith("the gate tells them apart\n"), run.out());
    }
  }

  @Test
  void aSelfTestThatFailsIsNot0() throws IOException {
    Path one = folder.resolve("one");
    for (var record : RunRecords.readAll(java.util.List.of(baseline)).subList(0, 1)) {
      RunRecords.write(one, record);
    }
    Files.copy(baseline.resolve("gate.json"), one.resolve("gate.json"));
    var run = CommandLineRun.of(folder, "gate", "--self-test", "--baseline", one.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("WRONG"), run.out());
  }

  @Test
  void refusesToMoveABaselineToHalfARun() throws IOException {
    try (var files = Files.list(candidate.resolve("cells"))) {
      Files.delete(files.sorted().findFirst().orElseThrow());
    }
    String log = Files.readString(baseline.resolve("CHANGES.md"));
    var run = update("--reason", "fewer");
    assertEquals(6, run.exitCode());
    assertTrue(run.err().contains("has 3 of 4 seeds"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(log, Files.readString(baseline.resolve("CHANGES.md")));
  }

  @Test
  void movesABaselineForAReasonOnly() throws IOException {
    assertEquals(2, update().exitCode());
    assertEquals(2, update("--reason", " ").exitCode());
    assertEquals(0, update("--reason", "again").exitCode());
    assertTrue(Files.readString(baseline.resolve("CHANGES.md")).endsWith(", gate: pass: again\n"));
  }

  private void assertExit(int code, String says) {
    var run = gate();
    assertEquals(code, run.exitCode(), run.out());
    assertTrue(run.out().contains(says), run.out());
    assertEquals("", run.err());
  }

  private CommandLineRun gate(String... more) {
    return run(
        new String[] {
          "gate", "--baseline", baseline.toString(), "--candidate", candidate.toString()
        },
        more);
  }

  private CommandLineRun update(String... more) {
    return run(
        new String[] {
          "baseline",
          "update",
          "--baseline",
          baseline.toString(),
          "--candidate",
          candidate.toString()
        },
        more);
  }

  private CommandLineRun run(String[] first, String... more) {
    return CommandLineRun.of(
        folder,
        java.util.stream.Stream.of(first, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  /** Four seeds of two of the self-test's runs, each changed. */
  static void results(Path directory, UnaryOperator<RunRecord> change) throws IOException {
    for (var name : new String[] {"clean-sgd.json", "symmetric-0.4-sam.json"}) {
      try (var in = GateSelfTest.class.getResourceAsStream("self-test/" + name)) {
        var record = edited(RunJson.read(in.readAllBytes()), "program", "git_commit", COMMIT);
        for (int seed = 1; seed <= 4; seed++) {
          var run = Planted.accuracy(Planted.seed(record, seed), 0.004 * seed);
          var id = run.cell().runId();
          RunRecords.write(directory, edited(change.apply(run), "", "run_id", id));
        }
      }
    }
  }

  private static RunRecord edited(RunRecord record, String object, String field, Object value) {
    var mapper = JsonMapper.shared();
    var tree = mapper.readTree(Json.pretty(record));
    var at = tree.at(object.isEmpty() ? object : "/" + object);
    ((ObjectNode) at).set(field, mapper.valueToTree(value));
    return RunJson.read(mapper.writeValueAsBytes(tree));
  }
}
