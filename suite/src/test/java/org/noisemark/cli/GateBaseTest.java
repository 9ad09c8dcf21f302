package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.cli.checkout.Programs;
import org.noisemark.cli.checkout.SystemPrograms;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.records.RunRecord;

/** {@code gate --base} on a Git repository whose launcher hands out records that are committed. */
@Tag("slow")
class GateBaseTest {
  private static final String LAUNCHER =
      """
      #!/bin/sh
      here=$(dirname "$0")/../..
      echo "$(cat "$here/name") $*" >>"$here/%s"
      while [ "$1" != --out ]; do shift; done
      mkdir -p "$2"
      [ ! -f "$here/code" ] || exit "$(cat "$here/code")"
      cp -r "$here/results/cells" "$2"
      """;

  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final Programs programs = new SystemPrograms();
  private final Session session =
      new Session(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(messages, true, StandardCharsets.UTF_8),
          new DataHome(Path.of("absent")));

  @TempDir Path folder;
  private Path checkout;
  private Path log;

  @BeforeEach
  void commit() throws IOException {
    checkout = Files.createDirectory(folder.resolve("checkout"));
    log = folder.resolve("log");
    Path launcher = checkout.resolve("suite/bin/noisemark");
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, LAUNCHER.replace("$here/%s", log.toString()));
    launcher.toFile().setExecutable(true);
    Files.writeString(checkout.resolve("name"), "base\n");
    results(run -> run);
    git("init", "--quiet");
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "base");
    Files.writeString(checkout.resolve("name"), "head\n");
  }

  @Test
  void trainsBothInTurnsAndPartOfTheBaseAgain() throws IOException {
    var result = gate("HEAD", null);
    assertEquals(0, result.exitCode());
    assertEquals(
        List.of("base 1/2", "head 1/2", "base 1/2", "head 2/2", "base 2/2"),
        Files.readAllLines(log).stream()
            .map(line -> line.replaceFirst("(\\w+) run ci --seeds 4 --shard (\\S+) .*", "$1 $2"))
            .toList());
    String text = result.report().orElseThrow().text();
    assertTrue(text.contains("8 of 8 runs end with the same parameters, bit for bit"), text);
    assertTrue(text.contains("training takes 1.000 [1.000, 1.000] times as long"), text);
    assertTrue(text.contains("could have seen: any change of accuracy"), text);
    assertClean();
  }

  @Test
  void aLossIs3AndItsBoundSaysWhatCouldHaveBeenSeen() throws IOException {
    results(run -> Planted.accuracy(run, -0.05 - 0.001 * (run.cell().seed() % 2)));
    var result = gate("HEAD", null);
    assertEquals(3, result.exitCode());
    String text = result.report().orElseThrow().text();
    // Half a bound: t(0.95, 3) = 2.3534, sd 0.0577 points, 4 seeds.
    assertTrue(text.contains("a loss of 0.07 points in the median cell, of 0.07"), text);
    assertTrue(text.contains("margin 1.00"), text);
  }

  @Test
  void theRulesAreThoseOfTheCheckoutUnlessOthersAreNamed() throws IOException {
    Path usual = checkout.resolve("reports/baselines/ci");
    rules(usual, "0.02");
    rules(folder.resolve("other"), "0.03");
    results(run -> Planted.accuracy(run, -0.05));
    assertTrue(gate("HEAD", null).report().orElseThrow().text().contains("margin 2.00"));
    String other = gate("HEAD", folder.resolve("other")).report().orElseThrow().text();
    assertTrue(other.contains("margin 3.00"), other);
  }

  @Test
  void aProgramThatLeavesNoRecordsIs6AndWrongUsageIs2() throws IOException {
    for (int code : new int[] {1, 2, 130}) {
      Files.writeString(checkout.resolve("code"), code + "\n");
      var result = gate("HEAD", null);
      assertEquals(code == 1 ? 6 : code, result.exitCode());
      assertTrue(result.report().isEmpty());
      assertTrue(
          messages
              .toString(StandardCharsets.UTF_8)
              .endsWith("training head ended with exit code " + code + ", see above\n"));
      assertClean();
    }
  }

  @Test
  void keepsTheRunsInANewFolder() throws IOException {
    Path out = folder.resolve("kept");
    assertEquals(0, gate(checkout, "HEAD", null, out).exitCode());
    for (String name : List.of("base", "base-again", "head")) {
      assertTrue(Files.isDirectory(out.resolve(name).resolve("cells")), name);
    }
    assertRefused(checkout, "HEAD", out, "is there already");
  }

  @Test
  void refusesWhatIsNoCommitOrNoCheckout() throws IOException {
    assertRefused(checkout, "no-such", null, "--base is 'no-such', expected a commit");
    assertRefused(checkout, "--all", null, "--base is '--all', expected a commit");
    assertRefused(folder, "HEAD", null, "expected a Git checkout");
    Files.delete(checkout.resolve("suite/bin/noisemark"));
    assertRefused(checkout, "HEAD", null, "no suite/bin/noisemark in " + checkout.toRealPath());
    assertClean();
  }

  private void assertRefused(Path here, String reference, Path out, String why) {
    String message =
        assertThrows(Exception.class, () -> gate(here, reference, null, out)).getMessage();
    assertTrue(message.contains(why), message);
  }

  private void assertClean() throws IOException {
    String trees = programs.output(checkout, List.of("git", "worktree", "list", "--porcelain"));
    assertEquals(1, trees.lines().filter(line -> line.startsWith("worktree ")).count(), trees);
  }

  private GateBase.Result gate(String reference, Path rules) throws IOException {
    return gate(checkout, reference, rules, null);
  }

  private GateBase.Result gate(Path here, String reference, Path rules, Path out)
      throws IOException {
    return new GateBase(session, programs, here, reference, "ci", 4, rules, out).of(false);
  }

  private void results(UnaryOperator<RunRecord> change) throws IOException {
    GateCommandTest.results(checkout.resolve("results"), change);
  }

  private static void rules(Path directory, String margin) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("gate.json"),
        Files.readString(Path.of("../reports/baselines/ci/gate.json")).replace("0.015", margin));
  }

  private void git(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    assertEquals(0, programs.run(checkout, command));
  }
}
