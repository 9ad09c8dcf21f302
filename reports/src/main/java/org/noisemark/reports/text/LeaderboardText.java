package org.noisemark.reports.text;

import static org.noisemark.reports.text.ForPeople.ABSENT;
import static org.noisemark.reports.text.ForPeople.fixed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict.Kind;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;

/** The leaderboard for a terminal: plain ASCII, aligned, about {@value #WIDTH} columns. */
public final class LeaderboardText {
  private static final int WIDTH = 100;
  private static final int CELL = 12;
  private static final int FAILURES_SHOWN = 10;

  private final References references;
  private final StringBuilder text = new StringBuilder();

  private LeaderboardText(References references) {
    this.references = references;
  }

  public static String of(Derived derived) {
    List<Run> runs = derived.runs();
    var board = new LeaderboardText(derived.references());
    board.line(Run.suites(runs) + ", " + ForPeople.status(runs));
    List<String> failures = ForPeople.failures(runs);
    failures.stream().limit(FAILURES_SHOWN).forEach(failure -> board.line("  " + failure));
    if (failures.size() > FAILURES_SHOWN) {
      board.line(
          String.format(
              Locale.ROOT, "  and %d more, see runs.csv", failures.size() - FAILURES_SHOWN));
    }
    derived.boards().forEach(board::board);
    return board.text.toString();
  }

  private void board(Board board) {
    int labels = Math.max("optimizer".length(), longestLabel(board));
    line("");
    line(board.title());
    line(
        "Final test accuracy in percent (half the interval); "
            + board.statistics(Standing::accuracy)
            + ".");
    line(
        "* best, ~ at most 1 point below it, ? cannot tell, else worse, all by the interval of the");
    line("difference, paired by seed; a failed run counts as chance.");
    board
        .usualEpochs()
        .ifPresent(
            epochs ->
                line(
                    String.format(
                        Locale.ROOT,
                        "%d epochs where a label says nothing else; ranked among those of as many.",
                        epochs)));
    ForPeople.resolution(board.resolution()).forEach(this::wrapped);
    grid(board.levels(), "optimizer", board.rows(), labels, LeaderboardText::accuracy);
    line("");
    line(
        String.format(
                Locale.ROOT,
                "Gain over %s in points, at the last epoch / at the one that the noisy validation split",
                references.first())
            + " selects.");
    grid(board.levels(), "optimizer", board.rows(), labels, LeaderboardText::gain);
    if (board.usualEpochs().isPresent()) {
      equalCost(board);
    }
    line("");
    line("Cost: mean per run over noises and seeds; x is a multiple of that optimizer's.");
    line("");
    costs(board, labels);
  }

  private void equalCost(Board board) {
    line("");
    line("The same at equal gradient evaluations: *, ~ and ? among methods that take as many.");
    var rows = new ArrayList<Board.Row>();
    for (Board.CostClass costs : board.equalCost()) {
      for (Board.Row row : costs.rows()) {
        String label = right(fixed(costs.budget(), 0), 11) + "  " + row.label();
        rows.add(new Board.Row(label, row.method(), row.standings()));
      }
    }
    String header = "evaluations  optimizer";
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    int labels = Math.max(header.length(), width);
    grid(board.levels(), header, rows, labels, LeaderboardText::accuracy);
    line("");
    line(String.format(Locale.ROOT, "Gain over %s of as many, likewise.", references.first()));
    grid(board.levels(), header, rows, labels, LeaderboardText::gain);
  }

  private static int longestLabel(Board board) {
    return Stream.concat(
            board.rows().stream().map(Board.Row::label),
            board.costs().stream().map(Board.Costs::label))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** Splits columns into blocks that fit side by side, at least one column in each. */
  private static List<List<NoiseLevel>> blocks(List<NoiseLevel> levels, int width) {
    var blocks = new ArrayList<List<NoiseLevel>>();
    int start = 0;
    for (int end = 1; end <= levels.size(); end++) {
      if (end == levels.size() || width(levels.subList(start, end + 1)) > width) {
        blocks.add(levels.subList(start, end));
        start = end;
      }
    }
    return blocks;
  }

  private static int width(List<NoiseLevel> levels) {
    return spans(levels).stream().mapToInt(Span::width).sum();
  }

  /** Neighbouring columns of one noise, under its name. */
  private record Span(String noise, List<NoiseLevel> levels) {
    int width() {
      return Math.max(CELL * levels.size(), noise.length() + 2);
    }

    /** The first column takes what the name needs beyond its cells. */
    int width(NoiseLevel level) {
      return level.equals(levels.get(0)) ? width() - CELL * (levels.size() - 1) : CELL;
    }
  }

  private static List<Span> spans(List<NoiseLevel> levels) {
    return levels.stream()
        .map(NoiseLevel::noise)
        .distinct()
        .map(
            noise ->
                new Span(
                    noise, levels.stream().filter(level -> level.noise().equals(noise)).toList()))
        .toList();
  }

  private void grid(
      List<NoiseLevel> levels,
      String header,
      List<Board.Row> rows,
      int labels,
      Function<Standing, String> cell) {
    for (List<NoiseLevel> block : blocks(levels, WIDTH - labels)) {
      line("");
      block(block, header, rows, labels, cell);
    }
  }

  private void block(
      List<NoiseLevel> levels,
      String header,
      List<Board.Row> rows,
      int labels,
      Function<Standing, String> cell) {
    List<Span> spans = spans(levels);
    var names = new StringBuilder(" ".repeat(labels));
    var rates = new StringBuilder(left(header, labels));
    for (Span span : spans) {
      names.append(right(span.noise(), span.width()));
      span.levels().forEach(level -> rates.append(right(rate(level) + " ", span.width(level))));
    }
    line(names.toString());
    line(rates.toString());
    for (Board.Row row : rows) {
      var cells = new StringBuilder(left(row.label(), labels));
      for (Span span : spans) {
        span.levels()
            .forEach(
                level ->
                    cells.append(
                        right(
                            Optional.ofNullable(row.standings().get(level))
                                .map(cell)
                                .orElse(ABSENT + " "),
                            span.width(level))));
      }
      line(cells.toString());
    }
  }

  private void costs(Board board, int labels) {
    List<String> multiples = references.optimizers().stream().map(name -> "x " + name).toList();
    int width = multiples.stream().mapToInt(name -> ratioWidth(name)).sum();
    line(
        left("", labels)
            + right("gradient", 13)
            + right("", width)
            + right("train", 11)
            + right("", width)
            + right("step", 10));
    String ratios =
        multiples.stream().map(name -> right(name, ratioWidth(name))).collect(Collectors.joining());
    line(
        left("optimizer", labels)
            + right("evaluations", 13)
            + ratios
            + right("seconds", 11)
            + ratios
            + right("ms", 10));
    for (Board.Costs costs : board.costs()) {
      Group group = costs.group();
      var cells = new StringBuilder(left(costs.label(), labels));
      cells.append(right(fixed(Metric.GRADIENT_EVALUATIONS.mean(group.runs()), 1), 13));
      ratios(group, Metric.GRADIENT_EVALUATIONS).forEach(cells::append);
      cells.append(right(fixed(Metric.TRAIN_TIME.mean(group.runs()), 2), 11));
      ratios(group, Metric.TRAIN_TIME).forEach(cells::append);
      cells.append(
          right(
              fixed(ForPeople.milliseconds(Metric.STEP_TIME_MEDIAN.median(group.runs())), 2), 10));
      line(cells.toString());
    }
  }

  private Stream<String> ratios(Group group, Metric metric) {
    Iterator<String> names = references.optimizers().iterator();
    return ForPeople.ratios(group, metric, references)
        .map(ratio -> right(ratio, ratioWidth("x " + names.next())));
  }

  private static int ratioWidth(String header) {
    return Math.max(7, header.length() + 1);
  }

  private static String rate(NoiseLevel level) {
    return level.clean() ? "" : Numbers.text(level.rate());
  }

  private static String accuracy(Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return ABSENT + " ";
    }
    Estimate estimate = standing.accuracy().get();
    String half =
        estimate
            .interval()
            .map(interval -> " (" + fixed(100 * interval.half(), 1) + ")")
            .orElse("");
    return fixed(100 * estimate.mean(), 1) + half + mark(standing);
  }

  private static String mark(Standing standing) {
    if (standing.isBest()) {
      return "*";
    }
    return standing.is(Kind.TIED) ? "~" : standing.is(Kind.INCONCLUSIVE) ? "?" : " ";
  }

  private static String gain(Standing standing) {
    return standing.isCompared()
        ? standing
            .versusReference()
            .map(last -> points(last) + "/")
            .flatMap(last -> standing.selectedVersusReference().map(at -> last + points(at) + " "))
            .orElse(ABSENT + " ")
        : ABSENT + " ";
  }

  private static String points(Difference difference) {
    return String.format(Locale.ROOT, "%+.1f", 100 * difference.estimate().mean());
  }

  /** Breaks between words. */
  private void wrapped(String sentence) {
    var line = new StringBuilder();
    for (String word : sentence.split(" ")) {
      if (line.length() + word.length() >= WIDTH) {
        line(line.toString());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    line(line.toString());
  }

  private static String left(String cell, int width) {
    return cell + " ".repeat(Math.max(0, width - cell.length()));
  }

  private static String right(String cell, int width) {
    return " ".repeat(Math.max(1, width - cell.length())) + cell;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
