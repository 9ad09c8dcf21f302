package org.noisemark.reports.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** A gate's report for a pull request: the verdict, what was found, and the table folded away. */
final class GateMarkdown {
  private GateMarkdown() {}

  static byte[] of(GateReport report) {
    var text = new StringBuilder();
    Outcome outcome = report.outcome();
    text.append(
        String.format(
            Locale.ROOT,
            "## noisemark gate: %s (exit code %d)\n\n",
            outcome.label(),
            outcome.exitCode()));
    text.append("| | holds | runs | commit |\n|---|---|---:|---|\n");
    for (Side side : List.of(report.baseline(), report.candidate())) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %s |\n",
              side.name(),
              side.runs() == 0 ? "nothing readable" : cell(side.suites()),
              side.runs(),
              cell(side.commits())));
    }
    list("Found", report.problems(), text);
    list("Notes", report.notes(), text);
    text.append(
        String.format(
            Locale.ROOT,
            "\nCounters: %s. Time: %s.\n",
            GateText.counters(report),
            GateText.time(report)));
    if (!report.quality().isEmpty()) {
      table(report, text);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static void list(String title, List<Finding> findings, StringBuilder text) {
    if (!findings.isEmpty()) {
      text.append(String.format(Locale.ROOT, "\n**%s**\n\n", title));
      findings.forEach(
          finding ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "- %s: %s\n",
                      finding.check().label(),
                      escape(finding.message()))));
    }
  }

  private static void table(GateReport report, StringBuilder text) {
    text.append(
        String.format(
                Locale.ROOT,
                "\n<details><summary>%d comparisons; accuracy in percent, change in points, lower bound with",
                report.quality().size())
            + String.format(
                Locale.ROOT,
                " %s %% confidence</summary>\n\n",
                Sentences.percent(1 - report.rules().alpha())));
    text.append("| cell | seeds | baseline | candidate | change | bound | margin | verdict |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|---|\n");
    for (Comparison comparison : report.quality()) {
      text.append("| ")
          .append(
              GateText.cells(report, comparison).stream()
                  .map(GateMarkdown::cell)
                  .collect(joining(" | ")))
          .append(" |\n");
    }
    text.append("\n</details>\n\n"); // a blank line ends the block, whatever follows the file
  }

  private static String cell(String value) {
    return escape(value).replace("|", "\\|");
  }

  /** What a record or a path says is text, not markup. */
  private static String escape(String value) {
    return value
        .replaceAll("[\\\\`*_\\[\\]#~]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
