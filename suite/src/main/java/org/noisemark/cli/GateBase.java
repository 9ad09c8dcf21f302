package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.cli.checkout.Programs;
import org.noisemark.cli.checkout.SideBySide;
import org.noisemark.cli.checkout.Worktree;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.gate.Gate;
import org.noisemark.reports.gate.GateReport;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.gate.rules.GateRulesJson;

/**
 * A checkout held to an earlier commit of it, both trained here and now.
 *
 * @param here a folder of the checkout
 * @param reference the commit
 * @param suite a preset or a file
 * @param seeds null for the suite's
 * @param rules a folder with the rules; null for those of the preset 'ci', if the checkout has them
 * @param out a new folder that keeps the runs; null to keep none
 */
record GateBase(
    Session session,
    Programs programs,
    Path here,
    String reference,
    String suite,
    Integer seeds,
    Path rules,
    Path out) {
  private static final Path CI = Path.of("reports", "baselines", "ci");

  /** What came of it: a report, or where training failed an exit code. */
  record Result(Optional<GateReport> report, int exitCode) {}

  Result of(boolean time) throws IOException {
    if (seeds != null && seeds < 1) {
      throw new IllegalArgumentException("--seeds: expected at least 1 seed, got " + seeds);
    }
    if (out != null) {
      requireNew(out);
    }
    Path root = Worktree.root(programs, here);
    String commit = Worktree.commit(programs, root, reference);
    GateRules chosen = rules(root);
    try (var base = Worktree.of(programs, root, commit)) {
      Path runs = out == null ? base.beside("runs") : out;
      var sides = new SideBySide(programs, base.path(), root, arguments(), runs);
      sides.requireLaunchers();
      int code = sides.train(session.err());
      return code == 0
          ? judged(runs, commit, chosen, time)
          : new Result(Optional.empty(), code == 1 ? Failures.INVALID : code);
    }
  }

  private Result judged(Path runs, String commit, GateRules chosen, boolean time) {
    GateReport report =
        Gate.sideBySide(
            runs.resolve(SideBySide.BASE),
            runs.resolve(SideBySide.AGAIN),
            runs.resolve(SideBySide.HEAD),
            commit.startsWith(reference) ? "base" : reference,
            chosen,
            time);
    return new Result(Optional.of(report), report.outcome().exitCode());
  }

  private static void requireNew(Path out) throws IOException {
    Directories.requireWritable(out);
    if (Files.exists(out)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "--out: %s is there already, expected the name of a new folder", out));
    }
  }

  private GateRules rules(Path root) throws IOException {
    if (rules != null) {
      return GateRulesJson.read(rules);
    }
    Path usual = root.resolve(CI);
    return Files.exists(usual.resolve(GateRules.FILE))
        ? GateRulesJson.read(usual)
        : GateRules.defaults(suite, "0.0.0");
  }

  /** A file is where the user stands, not where its copy is checked out. */
  private List<String> arguments() {
    Path file = here.resolve(suite);
    var arguments = new ArrayList<String>();
    arguments.add(Files.isRegularFile(file) ? file.toAbsolutePath().toString() : suite);
    if (seeds != null) {
      arguments.addAll(List.of("--seeds", seeds.toString()));
    }
    return arguments;
  }
}
