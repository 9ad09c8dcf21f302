package org.noisemark.reports.text;

import static org.noisemark.reports.text.ForPeople.ABSENT;
import static org.noisemark.reports.text.ForPeople.fixed;
import static org.noisemark.reports.text.Markdown.escape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict.Kind;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;

/**
 * summary.md: the leaderboard, differences to the references, cost, failures and machines, as
 * Markdown.
 */
public final class Summary {
  private final Markdown text = new Markdown();
  private final Derived derived;
  private final References references;

  private Summary(Derived derived) {
    this.derived = derived;
    references = derived.references();
  }

  public static byte[] markdown(Derived derived) {
    List<Run> runs = derived.runs();
    var summary = new Summary(derived);
    summary.text.title("Leaderboard: " + Run.suites(runs));
    summary.text.line("");
    summary.text.line(ForPeople.status(runs) + ".");
    derived.boards().forEach(summary::board);
    SummarySections.write(derived, summary.text);
    summary.failures(ForPeople.failures(runs));
    summary.environments(runs);
    return summary.text.bytes();
  }

  /** The boards alone: what a README shows. */
  public static byte[] leaderboard(Derived derived) {
    List<Run> runs = derived.runs();
    var text = new Markdown();
    text.line(
        String.format(Locale.ROOT, "%s, %s.", escape(Run.suites(runs)), ForPeople.status(runs)));
    for (Board board : derived.boards()) {
      text.line("");
      text.line(String.format(Locale.ROOT, "**%s**", escape(board.title())));
      text.line("");
      accuracies(text, board);
      if (board.usualEpochs().isPresent()) {
        equalCost(text, board);
      }
    }
    return text.bytes();
  }

  private void board(Board board) {
    text.heading(board.title() + " (" + board.setting().suite() + ")");
    accuracies(text, board);
    text.line("");
    text.line(
        String.format(
            Locale.ROOT,
            "Difference to %s in percentage points, paired by seed, mean [interval]; %s.",
            escape(references.first()),
            board.statistics(Difference.estimates(Standing::versusReference))));
    text.line("");
    grid(text, board.levels(), board.rows(), row -> versusFirst(row, Standing::versusReference));
    text.line("");
    text.line(
        "The same at the epoch that the noisy validation split selects, the cheapest defence of"
            + " all.");
    text.line("");
    grid(
        text,
        board.levels(),
        board.rows(),
        row -> versusFirst(row, Standing::selectedVersusReference));
    if (board.usualEpochs().isPresent()) {
      equalCost(text, board);
    }
    text.line("");
    versusLast(board);
    text.line("");
    text.line("Cost, mean per run over noises and seeds; × is a multiple of that optimizer's.");
    text.line("Step time: median over runs of each run's median.");
    text.line("");
    costs(board);
  }

  /** The board of equal epochs with what it takes to read it. */
  static void accuracies(Markdown text, Board board) {
    text.line(
        "Final test accuracy in percent, mean ± half the interval; "
            + board.statistics(Standing::accuracy)
            + ".");
    text.line(
        "**Bold**: the best. By the interval of the difference to it, paired by seed: ≈ at most 1"
            + " point below, ? cannot tell, else worse.");
    text.line("A failed run counts as chance.");
    ForPeople.resolution(board.resolution()).forEach(line -> text.line(escape(line)));
    board
        .usualEpochs()
        .ifPresent(
            epochs ->
                text.line(
                    String.format(
                        Locale.ROOT,
                        "%d epochs where a name says nothing else; ranked among those of as many.",
                        epochs)));
    text.line("");
    grid(text, board.levels(), board.rows(), Summary::accuracy);
  }

  private static void grid(
      Markdown text,
      List<NoiseLevel> levels,
      List<Board.Row> rows,
      Function<Standing, String> cell) {
    head(text, List.of("optimizer"), levels);
    rows.forEach(row -> row(text, List.of(row.label()), row, levels, cell));
  }

  private static void equalCost(Markdown text, Board board) {
    text.line("");
    text.line("The same at equal gradient evaluations: best among the methods that take as many.");
    text.line("");
    head(text, List.of("gradient evaluations", "optimizer"), board.levels());
    for (Board.CostClass costs : board.equalCost()) {
      for (Board.Row row : costs.rows()) {
        List<String> words = List.of(fixed(costs.budget(), 0), row.label());
        row(text, words, row, board.levels(), Summary::accuracy);
      }
    }
  }

  private static void head(Markdown text, List<String> words, List<NoiseLevel> levels) {
    text.head(
        words.size(),
        Stream.concat(words.stream(), levels.stream().map(NoiseLevel::label)).toList());
  }

  private static void row(
      Markdown text,
      List<String> words,
      Board.Row row,
      List<NoiseLevel> levels,
      Function<Standing, String> cell) {
    text.row(
        Stream.concat(
            words.stream(),
            levels.stream()
                .map(level -> Optional.ofNullable(row.standings().get(level)))
                .map(standing -> standing.map(cell).orElse(ABSENT))));
  }

  private void versusLast(Board board) {
    text.line(
        String.format(
                Locale.ROOT,
                "Against %s: what accuracy is bought, in percentage points, paired by seed, mean",
                escape(references.last()))
            + " [interval], for which multiple of its gradient evaluations / train time on the"
            + " same labels.");
    text.line("");
    grid(text, board.levels(), board.rows(), this::versusLast);
  }

  private String versusLast(Standing standing) {
    if (standing.method().optimizer().equals(references.last())) {
      return "reference";
    }
    return derived
        .versus(standing, references.last())
        .map(
            versus ->
                String.format(
                    Locale.ROOT,
                    "%s for × %s / × %s",
                    versus.difference().map(ForPeople::difference).orElse(ABSENT),
                    fixed(versus.ratio(Metric.GRADIENT_EVALUATIONS), 2),
                    fixed(versus.ratio(Metric.TRAIN_TIME), 2)))
        .orElse(ABSENT);
  }

  private void costs(Board board) {
    List<String> multiples = references.optimizers().stream().map(name -> "× " + name).toList();
    text.head(
        1,
        Stream.of(
                List.of("optimizer", "runs", "gradient evaluations"),
                multiples,
                List.of("train time (s)"),
                multiples,
                List.of("step (ms)", "samples/s"))
            .flatMap(List::stream)
            .toList());
    for (Board.Costs costs : board.costs()) {
      Group group = costs.group();
      text.row(
          Stream.of(
                  Stream.of(
                      costs.label(),
                      Integer.toString(group.runs().size()),
                      fixed(Metric.GRADIENT_EVALUATIONS.mean(group.runs()), 1)),
                  ForPeople.ratios(group, Metric.GRADIENT_EVALUATIONS, references),
                  Stream.of(fixed(Metric.TRAIN_TIME.mean(group.runs()), 2)),
                  ForPeople.ratios(group, Metric.TRAIN_TIME, references),
                  Stream.of(
                      fixed(
                          ForPeople.milliseconds(Metric.STEP_TIME_MEDIAN.median(group.runs())), 2),
                      fixed(group.samplesPerSecond(), 0)))
              .flatMap(Function.identity()));
    }
  }

  private void failures(List<String> failures) {
    if (!failures.isEmpty()) {
      text.heading("Failed runs");
      failures.forEach(failure -> text.line("- " + escape(failure)));
    }
  }

  private void environments(List<Run> runs) {
    text.heading("Environments");
    Run.environments(runs)
        .forEach(
            row ->
                text.line(
                    String.format(
                        Locale.ROOT,
                        "- `%s`: %s",
                        row.getKey(),
                        escape(ForPeople.environment(row.getValue())))));
    ForPeople.programs(runs).forEach(program -> text.line("- " + escape(program)));
  }

  private static String accuracy(Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return ABSENT;
    }
    Estimate estimate = standing.accuracy().get();
    String mean = fixed(100 * estimate.mean(), 2);
    String half = estimate.interval().map(i -> " ± " + fixed(100 * i.half(), 2)).orElse("");
    if (standing.isBest()) {
      return "**" + mean + half + "**";
    }
    return mean
        + half
        + (standing.is(Kind.TIED) ? " ≈" : standing.is(Kind.INCONCLUSIVE) ? " ?" : "");
  }

  private static String versusFirst(
      Standing standing, Function<Standing, Optional<Difference>> difference) {
    return !standing.isCompared()
        ? "reference"
        : difference.apply(standing).map(ForPeople::difference).orElse(ABSENT);
  }
}
