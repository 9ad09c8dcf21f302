package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.noisemark.cli.checkout.SystemPrograms;
import org.noisemark.cli.options.Names;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.gate.Gate;
import org.noisemark.reports.gate.GateReport;
import org.noisemark.reports.gate.calibration.GateSelfTest;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.RunRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noisemark gate}: may a candidate's results replace a baseline's? */
@Command(
    name = "gate",
    description = {
      "Compares a candidate's results with a baseline's, paired by seed, by the rules in the"
          + " baseline's gate.json.",
      "Quality passes where a mean loss as large as the margin is excluded; cost, where everything"
          + " counted is the same.",
      "With --base, trains a commit of the Git checkout it is called in and the working tree in"
          + " turns, part of the base twice, and says which difference it could have seen."
    },
    exitCodeListHeading = "%nExit codes, the first that applies:%n",
    exitCodeList = {
      "2:wrong usage or gate.json",
      "3:quality: less accurate, diverged, or too good to be true",
      "4:cost: other counts; slower, with --time",
      "6:missing, unreadable, failed or doubled runs, or no numbers",
      "7:another suite version, engine, precision, setting; machine, with --time",
      "5:inconclusive: more seeds are needed, the report says how many",
      "0:pass",
      "1:internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark gate --baseline reports/baselines/ci --candidate noisemark-out/ci",
      "  noisemark gate --baseline main --candidate branch --time --junit gate.xml",
      "  noisemark gate --base main     trains the commit and this checkout in turns",
      "  noisemark gate --self-test     does the gate itself tell a loss from none?"
    })
final class GateCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description = "Results to hold the candidate to; holds 'cells' and 'gate.json'.")
  private Path baseline;

  @Option(
      names = "--candidate",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds 'cells'.")
  private Path candidate;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "Hold the checkout to this commit of it, both trained now by their launchers.")
  private String base;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      completionCandidates = Names.OfPresets.class,
      description = "With --base, what both train: a preset or a YAML file; ci.")
  private String suite;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "With --base, number of training seeds; as in the suite.")
  private Integer seeds;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "With --base, a folder whose gate.json holds the margins; reports/baselines/ci of the"
              + " checkout.")
  private Path rules;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "With --base, a new folder that keeps the runs.")
  private Path out;

  @Option(
      names = "--time",
      description = "Longer training times are a finding; otherwise they are for information.")
  private boolean time;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML, too.")
  private Path junit;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write Markdown, too.")
  private Path markdown;

  @Option(names = "--json", paramLabel = "FILE", description = "Write everything as JSON, too.")
  private Path json;

  @Option(
      names = "--self-test",
      description =
          "Plant changes in the baseline, or in results of its own, and see whether the gate tells"
              + " them apart: 0 if it does, 1 if not.")
  private boolean selfTest;

  GateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (base == null && Stream.of(suite, seeds, rules, out).anyMatch(option -> option != null)) {
      throw new IllegalArgumentException("--suite, --seeds, --rules and --out go with --base REF");
    }
    return selfTest ? selfTest() : compare();
  }

  private int compare() throws IOException {
    boolean directories = baseline != null && candidate != null;
    if (base == null && !directories) {
      throw new IllegalArgumentException(
          "gate compares two directories: expected --baseline DIR and --candidate DIR, or --base"
              + " REF");
    }
    if (base != null && (baseline != null || candidate != null)) {
      throw new IllegalArgumentException(
          "--base trains both sides: leave out --baseline and --candidate");
    }
    for (var file : Stream.of(junit, markdown, json).filter(f -> f != null).toList()) {
      Directories.requireWritableFile(file);
    }
    if (base == null) {
      return told(Gate.of(baseline, candidate, time));
    }
    var trained =
        new GateBase(
                session,
                new SystemPrograms(),
                Path.of(""),
                base,
                suite == null ? "ci" : suite,
                seeds,
                rules,
                out)
            .of(time);
    return trained.report().isPresent() ? told(trained.report().get()) : trained.exitCode();
  }

  private int told(GateReport report) throws IOException {
    session.out().print(report.text());
    write(junit, report.junit());
    write(markdown, report.markdown());
    write(json, report.json());
    return report.outcome().exitCode();
  }

  private int selfTest() throws IOException {
    if (Stream.of(base, candidate, junit, markdown, json).anyMatch(f -> f != null) || time) {
      throw new IllegalArgumentException("--self-test takes --baseline and nothing else");
    }
    var cases =
        baseline == null
            ? GateSelfTest.ofEmbedded()
            : GateSelfTest.of(RunRecords.readAll(List.of(baseline)), GateRulesJson.read(baseline));
    for (var planted : cases) {
      session
          .out()
          .printf(
              Locale.ROOT,
              "%-5s %s: expected %s, found %s%n",
              planted.recognised() ? "ok" : "WRONG",
              planted.planted(),
              planted.expected().label(),
              planted.found().label());
    }
    boolean all = cases.stream().allMatch(GateSelfTest.Case::recognised);
    session
        .out()
        .println(
            all
                ? "the gate tells them apart"
                : "the gate does not tell them apart on these results; more seeds may help");
    return all ? 0 : Failures.INTERNAL;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (file != null) {
      AtomicFile.write(file, bytes);
    }
  }
}
