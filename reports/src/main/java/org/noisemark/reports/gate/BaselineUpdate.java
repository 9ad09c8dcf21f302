package org.noisemark.reports.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.results.Run;

/**
 * Moves a baseline to a candidate's runs, for a reason, which is appended with its date to {@value
 * #LOG} beside the cells.
 *
 * @param refusals why the baseline was left as it is; empty if it was moved
 * @param entry what the log says now; empty if it was not moved
 */
public record BaselineUpdate(List<Finding> refusals, String entry) {
  public static final String LOG = "CHANGES.md";

  private static final String LOG_HEAD =
      "# Changes of this baseline\n\n"
          + "Written by `noisemark baseline update`: the date (UTC), what it was moved to, what the"
          + " gate said of that against the last one, and why.\n\n";

  /**
   * Moves it, or leaves it as it is. A baseline that is not there yet is made, with rules to begin
   * with; the rules that are there are kept but for the suite's version.
   *
   * @param reason one line
   * @param now of which the log keeps the UTC date
   * @throws IllegalArgumentException if there is no reason, or the rules that are there are wrong
   * @throws IOException if the candidate cannot be read or the baseline cannot be written
   */
  public static BaselineUpdate of(Path baseline, Path candidate, String reason, Instant now)
      throws IOException {
    if (reason.isBlank() || reason.contains("\n")) {
      throw new IllegalArgumentException(
          "a baseline moves only for a reason, in one line: --reason \"why\"");
    }
    boolean exists = Files.isDirectory(baseline.resolve("cells"));
    Optional<GateRules> rules =
        exists || Files.exists(baseline.resolve(GateRules.FILE))
            ? Optional.of(GateRulesJson.read(baseline))
            : Optional.empty();
    List<RunRecord> records = RunRecords.readAll(List.of(candidate));
    List<RunRecord> before = exists ? RunRecords.readAll(List.of(baseline)) : List.of();
    List<Finding> refusals = refusals(Run.of(records), Run.of(before), candidate);
    Cell.Suite first = records.get(0).cell().suite();
    String suite = first.name();
    String ruled = rules.map(GateRules::suite).orElse(suite);
    refuseIf(
        !ruled.equals(suite),
        refusals,
        String.format(
            Locale.ROOT,
            "runs of suite %s, but this is the baseline of %s; give %s one of its own",
            suite,
            ruled,
            suite));
    if (!refusals.isEmpty()) {
      return new BaselineUpdate(refusals, "");
    }
    GateRules moved =
        rules
            .map(own -> own.of(first.name(), first.version()))
            .orElseGet(() -> GateRules.defaults(first.name(), first.version()));
    Outcome outcome =
        rules.map(own -> Gate.of(before, records, own, false).outcome()).orElse(Outcome.PASS);
    String entry =
        String.format(
                Locale.ROOT,
                "- %s: %s %s, %d runs of commit %s%s: %s%n",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                first.name(),
                first.version(),
                records.size(),
                records.get(0).program().gitCommit(),
                before.isEmpty() ? "" : ", gate: " + outcome.label(),
                reason.strip())
            .replace(System.lineSeparator(), "\n");
    write(baseline, candidate, moved, entry);
    return new BaselineUpdate(List.of(), entry);
  }

  private static List<Finding> refusals(List<Run> runs, List<Run> before, Path directory) {
    Side side = Side.of("candidate", directory.toString(), runs);
    var refusals = new ArrayList<>(InputCheck.of(side, runs));
    refuseIf(side.suites().contains(", "), refusals, "runs of several suites: " + side.suites());
    refuseIf(side.commits().contains(", "), refusals, "runs of several commits: " + side.commits());
    refuseIf(
        side.commits().contains("unknown") || side.commits().contains("-dirty"),
        refusals,
        "runs of commit "
            + side.commits()
            + ", which nobody can check out; commit first, then run");
    if (refusals.isEmpty()) {
      Set<Long> all = runs.stream().map(BaselineUpdate::seed).collect(toSet());
      for (CellPair cell : Pairing.of(runs, runs, new ArrayList<>())) {
        long seeds = cell.pairs().stream().map(p -> seed(p.baseline())).distinct().count();
        refuseIf(
            seeds < all.size(),
            refusals,
            String.format(Locale.ROOT, "%s has %d of %d seeds", cell.label(), seeds, all.size()));
      }
      boolean sameSuite =
          !before.isEmpty() && Side.of("", "", before).suites().equals(side.suites());
      if (sameSuite) {
        var changes = new ArrayList<Finding>();
        Pairing.of(before, runs, changes);
        changes.stream()
            .filter(finding -> finding.message().startsWith("the candidate lacks"))
            .forEach(refusals::add);
      }
    }
    return refusals;
  }

  private static long seed(Run run) {
    return run.replicate().seed();
  }

  private static void refuseIf(boolean fault, List<Finding> refusals, String message) {
    if (fault) {
      refusals.add(Finding.of(Check.INPUT, Outcome.INVALID, "", "%s", "the candidate: " + message));
    }
  }

  /** The log first, so that no baseline moves without its reason. */
  private static void write(Path baseline, Path candidate, GateRules rules, String entry)
      throws IOException {
    Path cells = baseline.resolve("cells");
    Path staging = Files.createDirectories(baseline).resolve(".update");
    Folders.delete(staging);
    RunRecords.copy(List.of(candidate), staging);
    Path log = baseline.resolve(LOG);
    String entries = Files.exists(log) ? Files.readString(log) : LOG_HEAD;
    AtomicFile.write(log, (entries + entry).getBytes(UTF_8));
    AtomicFile.write(baseline.resolve(GateRules.FILE), GateRulesJson.bytes(rules));
    if (Files.exists(cells)) {
      Files.move(cells, staging.resolve("before"));
    }
    Files.move(staging.resolve("cells"), cells);
    Folders.delete(staging);
  }
}
