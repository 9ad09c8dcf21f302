package org.noisemark.reports.gate;

import java.util.List;
import java.util.Locale;

/** A gate's report for a terminal. */
final class GateText {
  private GateText() {}

  static String of(GateReport report) {
    var text = new StringBuilder();
    for (Side side : List.of(report.baseline(), report.candidate())) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-9s  %s: %s, %d runs, commit %s%n",
              side.name(),
              side.directory(),
              side.runs() == 0 ? "nothing readable" : side.suites(),
              side.runs(),
              side.runs() == 0 ? "unknown" : side.commits()));
    }
    if (!report.quality().isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nAccuracy in percent; change in points, candidate minus baseline, paired by seed; bound:%n"));
      text.append(
          String.format(
              Locale.ROOT,
              "the change is at least that with %s %% confidence. A cell passes above minus its margin.%n%n",
              Sentences.percent(1 - report.rules().alpha())));
      table(report, text);
    }
    text.append(String.format(Locale.ROOT, "%ncounters   %s%n", counters(report)));
    text.append(String.format(Locale.ROOT, "time       %s%n", time(report)));
    section("note", report.notes(), text);
    section("found", report.problems(), text);
    Outcome outcome = report.outcome();
    text.append(
        String.format(
            Locale.ROOT, "%ngate: %s (exit code %d)%n", outcome.label(), outcome.exitCode()));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static void table(GateReport report, StringBuilder text) {
    int width =
        report.quality().stream()
            .mapToInt(comparison -> name(report, comparison).length())
            .max()
            .orElse(0);
    String row = "%-" + width + "s  %5s  %8s  %9s  %6s  %6s  %6s  %s%n";
    text.append(
        String.format(
            Locale.ROOT,
            row,
            "cell",
            "seeds",
            "baseline",
            "candidate",
            "change",
            "bound",
            "margin",
            "verdict"));
    for (Comparison comparison : report.quality()) {
      text.append(String.format(Locale.ROOT, row, cells(report, comparison).toArray()));
    }
  }

  /** What a row says: {@link #name}, seeds, both accuracies, change, bound, margin, verdict. */
  static List<String> cells(GateReport report, Comparison comparison) {
    return List.of(
        name(report, comparison),
        Integer.toString(comparison.seeds()),
        Sentences.points(comparison.baseline()),
        Sentences.points(comparison.candidate()),
        String.format(Locale.ROOT, "%+.2f", 100 * comparison.test().mean()),
        Sentences.signedPoints(comparison.lowerBound()),
        Sentences.points(comparison.test().margin()),
        verdict(comparison));
  }

  /** The column only where there are several. */
  static String name(GateReport report, Comparison comparison) {
    return report.rules().margins().size() == 1
        ? comparison.cell()
        : comparison.cell() + ", " + comparison.column();
  }

  static String verdict(Comparison comparison) {
    return switch (comparison.verdict()) {
      case PASS -> "pass";
      case INCONCLUSIVE ->
          comparison.seedsToDecide().isPresent()
              ? String.format(
                  Locale.ROOT,
                  "inconclusive, needs %d seeds",
                  comparison.seedsToDecide().getAsInt())
              : "inconclusive";
      default -> "regressed";
    };
  }

  static String counters(GateReport report) {
    if (report.quality().isEmpty()) {
      return "not compared";
    }
    long other =
        report.findings().stream().filter(finding -> finding.check() == Check.COUNTERS).count();
    return other == 0 ? "all the same" : other + " differ";
  }

  /** The geometric mean over the cells of what is itself one over seeds. */
  static String time(GateReport report) {
    if (report.time().isEmpty()) {
      return "not compared";
    }
    double mean =
        report.time().stream().mapToDouble(cell -> -cell.test().mean()).average().orElseThrow();
    boolean otherEnvironment =
        report.findings().stream()
            .anyMatch(finding -> finding.check() == Check.TIME && finding.cell().isEmpty());
    return String.format(
        Locale.ROOT,
        "training takes %s times as long%s%s",
        Sentences.fixed(Math.exp(mean), 2),
        otherEnvironment ? ", in another environment" : "",
        report.timeCompared() ? "" : " (for information)");
  }

  private static void section(String title, List<Finding> findings, StringBuilder text) {
    if (!findings.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%n"));
      findings.forEach(
          finding ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "%s: %s: %s%n",
                      title,
                      finding.check().label(),
                      finding.message())));
    }
  }
}
