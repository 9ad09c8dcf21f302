package org.noisemark.reports.text;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict.Kind;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;

/**
 * The leaderboard as a paper prints it: a table of each board, and a paragraph that says what it
 * was made with. LaTeX wants the package {@code booktabs}.
 */
public final class PaperText {
  private final boolean latex;
  private final StringBuilder text = new StringBuilder();

  private PaperText(boolean latex) {
    this.latex = latex;
  }

  public static String latex(Derived derived) {
    return new PaperText(true).of(derived);
  }

  public static String markdown(Derived derived) {
    return new PaperText(false).of(derived);
  }

  private String of(Derived derived) {
    for (Board board : derived.boards()) {
      if (latex) {
        latexTable(board);
      } else {
        markdownTable(board);
      }
      text.append('\n');
    }
    text.append(escaped(paragraph(derived.runs()))).append('\n');
    return text.toString();
  }

  private void latexTable(Board board) {
    text.append("\\begin{table}\n  \\centering\n");
    text.append("  \\caption{").append(escaped(caption(board))).append("}\n");
    text.append("  \\begin{tabular}{l").append("r".repeat(board.levels().size())).append("}\n");
    text.append("    \\toprule\n");
    text.append("    ").append(String.join(" & ", header(board))).append(" \\\\\n");
    text.append("    \\midrule\n");
    for (Board.Row row : board.rows()) {
      text.append("    ").append(String.join(" & ", cells(board, row))).append(" \\\\\n");
    }
    text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n");
  }

  private void markdownTable(Board board) {
    text.append(escaped(caption(board))).append("\n\n");
    text.append("| ").append(String.join(" | ", header(board))).append(" |\n");
    text.append("|---|").append("---:|".repeat(board.levels().size())).append('\n');
    for (Board.Row row : board.rows()) {
      text.append("| ").append(String.join(" | ", cells(board, row))).append(" |\n");
    }
  }

  private static String caption(Board board) {
    return String.format(
        Locale.ROOT,
        "Final test accuracy in percent on %s; %s. Bold is the best, and in italics what is not told from it, by the interval of the difference paired by seed.",
        board.title(),
        board.statistics(Standing::accuracy));
  }

  private List<String> header(Board board) {
    return Stream.concat(Stream.of("optimizer"), board.levels().stream().map(NoiseLevel::label))
        .map(this::escaped)
        .toList();
  }

  private List<String> cells(Board board, Board.Row row) {
    var cells = new ArrayList<String>();
    cells.add(escaped(row.label()));
    for (NoiseLevel level : board.levels()) {
      cells.add(Optional.ofNullable(row.standings().get(level)).map(this::cell).orElse("--"));
    }
    return cells;
  }

  private String cell(Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return "--";
    }
    var estimate = standing.accuracy().get();
    String mean = ForPeople.fixed(100 * estimate.mean(), 1);
    String half =
        estimate
            .interval()
            .map(interval -> ForPeople.fixed(100 * interval.half(), 1))
            .map(value -> latex ? " $\\pm$ " + value : " ± " + value)
            .orElse("");
    if (standing.isBest()) {
      return (latex ? "\\textbf{" + mean + "}" : "**" + mean + "**") + half;
    }
    if (standing.is(Kind.TIED) || standing.is(Kind.INCONCLUSIVE)) {
      return (latex ? "\\textit{" + mean + "}" : "*" + mean + "*") + half;
    }
    return mean + half;
  }

  /** What the runs were made with, in sentences. */
  private static String paragraph(List<Run> runs) {
    var sentences = new ArrayList<String>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Measured with noisemark %s (commit %s): %s of %s on %s, with the engine %s",
            Run.suites(runs),
            distinct(runs, record -> commit(record.program().gitCommit())),
            count(runs.size(), "run"),
            distinct(runs, record -> record.cell().network().label()),
            distinct(runs, record -> record.cell().dataset().label()),
            distinct(
                runs,
                record ->
                    record.cell().engine().name() + " in " + record.cell().engine().precision())));
    sentences.add(
        String.format(
            Locale.ROOT,
            "Training seeds %s; %s epochs in mini-batches of %s, learning rate %s, %s schedule",
            distinct(runs, record -> Long.toString(record.cell().seed())),
            distinct(runs, record -> Integer.toString(record.cell().training().epochs())),
            distinct(runs, record -> Integer.toString(record.cell().training().batchSize())),
            distinct(runs, record -> Double.toString(record.cell().training().learningRate())),
            distinct(runs, record -> record.cell().training().schedule())));
    sentences.add("Hardware: " + distinct(runs, record -> machine(record.environment())));
    double hours =
        runs.stream().mapToDouble(run -> run.record().cost().totalSeconds()).sum() / 3600;
    boolean gpu = runs.stream().allMatch(run -> !run.record().environment().gpuModel().isEmpty());
    sentences.add(
        String.format(
            Locale.ROOT,
            "All runs together took %.2f %s hours%s",
            hours,
            gpu ? "GPU" : "core",
            joules(runs)
                .map(
                    joules ->
                        String.format(
                            Locale.ROOT,
                            " and %.0f J, by %s",
                            joules,
                            distinct(runs, record -> record.cost().energyMethod())))
                .orElse("")));
    return String.join(". ", sentences) + ".";
  }

  private static String machine(RunRecord.Environment environment) {
    return environment.gpuModel().isEmpty()
        ? count(environment.cpuCores(), "core") + " of " + environment.cpuModel()
        : environment.gpuModel();
  }

  /** Empty unless it was measured of every run. */
  private static Optional<Double> joules(List<Run> runs) {
    List<Double> joules =
        runs.stream()
            .map(run -> run.record().cost())
            .map(
                cost ->
                    cost.energyCpuJoules() == null && cost.energyGpuJoules() == null
                        ? null
                        : Objects.requireNonNullElse(cost.energyCpuJoules(), 0.0)
                            + Objects.requireNonNullElse(cost.energyGpuJoules(), 0.0))
            .filter(Objects::nonNull)
            .toList();
    return joules.size() < runs.size()
        ? Optional.empty()
        : Optional.of(joules.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static String commit(String commit) {
    return commit.isEmpty() ? "unknown" : commit.substring(0, Math.min(10, commit.length()));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String distinct(List<Run> runs, Function<RunRecord, String> value) {
    return runs.stream().map(run -> value.apply(run.record())).distinct().collect(joining(", "));
  }

  private String escaped(String value) {
    return latex
        ? value
            .replace("\\", "\\textbackslash ")
            .replaceAll("[&%$#_{}]", "\\\\$0")
            .replace("~", "\\textasciitilde ")
            .replace("^", "\\textasciicircum ")
        : Markdown.escape(value);
  }
}
