package org.noisemark.reports;

import static org.noisemark.reports.ForPeople.ABSENT;
import static org.noisemark.reports.ForPeople.fixed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** summary.md: the leaderboard, differences to SGD, cost, failures and machines, as Markdown. */
final class Summary {
  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  static byte[] markdown(List<Run> runs, List<Board> boards) {
    var summary = new Summary();
    summary.line("# Leaderboard: " + escape(ForPeople.suites(runs)));
    summary.line("");
    summary.line(ForPeople.status(runs) + ".");
    boards.forEach(summary::board);
    summary.failures(ForPeople.failures(runs));
    summary.environments(runs);
    return summary.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void board(Board board) {
    heading(board.title() + " (" + board.setting().suite() + ")");
    line(
        "Final test accuracy in percent, mean ± half the interval; "
            + board.statistics(Standing::accuracy)
            + ".");
    line("**Bold**: the best. ≈ not told from the best by the interval of the paired difference.");
    line("A failed run counts as chance.");
    line("");
    grid(board, Summary::accuracy);
    line("");
    line(
        "Difference to SGD in percentage points, paired by seed, mean [interval]; "
            + board.statistics(Standing::versusSgd)
            + ".");
    line("");
    grid(board, Summary::versusSgd);
    line("");
    versusPsam(board);
    line("Cost, mean per run over noises and seeds; × is a multiple of that optimizer's.");
    line("Step time: median over runs of each run's median.");
    line("");
    costs(board);
  }

  private void grid(Board board, Function<Standing, String> cell) {
    row(Stream.concat(Stream.of("optimizer"), board.levels().stream().map(NoiseLevel::label)));
    row(Stream.concat(Stream.of("---"), board.levels().stream().map(level -> "---:")));
    for (Board.Row methods : board.rows()) {
      row(
          Stream.concat(
              Stream.of(methods.label()),
              board.levels().stream()
                  .map(level -> Optional.ofNullable(methods.standings().get(level)))
                  .map(standing -> standing.map(cell).orElse(ABSENT))));
    }
  }

  private void versusPsam(Board board) {
    line(
        "Against PSAM: what accuracy is bought, in percentage points, paired by seed, mean"
            + " [interval], for which multiple of PSAM's gradient evaluations / train time on the"
            + " same labels.");
    line("");
    grid(board, standing -> versusPsam(standing, board));
    line("");
  }

  private static String versusPsam(Standing standing, Board board) {
    List<Standing> contest =
        board.rows().stream()
            .map(row -> row.standings().get(standing.level()))
            .filter(Objects::nonNull)
            .toList();
    if (standing.method().optimizer().equals(VersusPsam.PSAM)) {
      return "reference";
    }
    return VersusPsam.of(standing, contest)
        .map(
            versus ->
                "%s for × %s / × %s"
                    .formatted(
                        versus.difference().map(Summary::difference).orElse(ABSENT),
                        fixed(versus.ratio(Metric.GRADIENT_EVALUATIONS), 2),
                        fixed(versus.ratio(Metric.TRAIN_TIME), 2)))
        .orElse(ABSENT);
  }

  private void costs(Board board) {
    row(
        Stream.of(
            "optimizer",
            "runs",
            "gradient evaluations",
            "× SGD",
            "× SAM",
            "× PSAM",
            "train time (s)",
            "× SGD",
            "× SAM",
            "× PSAM",
            "step (ms)",
            "samples/s"));
    row(Stream.concat(Stream.of("---"), Stream.generate(() -> "---:").limit(11)));
    for (Board.Costs costs : board.costs()) {
      Group group = costs.group();
      row(
          Stream.of(
                  Stream.of(
                      costs.label(),
                      Integer.toString(group.runs().size()),
                      fixed(Metric.GRADIENT_EVALUATIONS.mean(group.runs()), 1)),
                  ForPeople.ratios(group, Metric.GRADIENT_EVALUATIONS),
                  Stream.of(fixed(Metric.TRAIN_TIME.mean(group.runs()), 2)),
                  ForPeople.ratios(group, Metric.TRAIN_TIME),
                  Stream.of(
                      fixed(
                          ForPeople.milliseconds(Metric.STEP_TIME_MEDIAN.median(group.runs())), 2),
                      fixed(TimingTable.samplesPerSecond(group), 0)))
              .flatMap(Function.identity()));
    }
  }

  private void failures(List<String> failures) {
    if (!failures.isEmpty()) {
      heading("Failed runs");
      failures.forEach(failure -> line("- " + escape(failure)));
    }
  }

  private void environments(List<Run> runs) {
    heading("Environments");
    EnvironmentsTable.rows(runs)
        .forEach(
            row ->
                line(
                    "- `%s`: %s"
                        .formatted(row.getKey(), escape(ForPeople.environment(row.getValue())))));
  }

  private static String accuracy(Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return ABSENT;
    }
    Estimate estimate = standing.accuracy().get();
    String mean = fixed(100 * estimate.mean(), 2);
    String half =
        estimate.interval().map(i -> " ± " + fixed(50 * (i.high() - i.low()), 2)).orElse("");
    boolean best = standing.rank().getAsInt() == 1;
    String marked = best ? "**" + mean + half + "**" : mean + half;
    return standing.tied().orElse(false) ? marked + " ≈" : marked;
  }

  private static String versusSgd(Standing standing) {
    return standing.method().optimizer().equals("sgd")
        ? "reference"
        : standing.versusSgd().map(Summary::difference).orElse(ABSENT);
  }

  private static String difference(Estimate estimate) {
    String mean = String.format(Locale.ROOT, "%+.2f", 100 * estimate.mean());
    return mean + estimate.interval().map(Summary::bounds).orElse("");
  }

  private static String bounds(Interval interval) {
    return String.format(
        Locale.ROOT, " [%+.2f, %+.2f]", 100 * interval.low(), 100 * interval.high());
  }

  private void heading(String heading) {
    line("");
    line("## " + escape(heading));
    line("");
  }

  private void row(Stream<String> cells) {
    var escaped = new ArrayList<String>();
    cells.forEach(cell -> escaped.add(cell.replace("|", "\\|")));
    line("| " + String.join(" | ", escaped) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Text from records cannot make Markdown or HTML of its own. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
