package org.noisemark.reports.page;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict;
import org.noisemark.reports.boards.Verdict.Kind;
import org.noisemark.reports.page.chart.Whisker;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;

/** The ranks of a setting, a group of rows a noise: first who is tied with the best, by rank. */
final class StandingsTable {
  private static final int COLUMNS = 12;

  private StandingsTable() {}

  static Element of(Shown shown, Board board) {
    Element table = Grid.table("Noise by noise, in ranks; ties with the best first").style("ranks");
    table.add(head(shown.derived().references().first()));
    board.levels().forEach(level -> table.add(level(shown, board, level)));
    return Grid.scrolling("Noise by noise: " + shown.title(board), table);
  }

  private static Element head(String reference) {
    Element row =
        Element.of("tr").add(Grid.sortable("Optimizer", false)).add(Grid.sortable("Rank", true));
    row.add(Grid.sortable("Last epoch", true))
        .add(Grid.heading("95 % interval"))
        .add(Grid.sortable("Against the best", true))
        .add(Grid.sortable("Against " + reference, true))
        .add(Grid.sortable("Selected epoch", true))
        .add(Grid.sortable(String.format(Locale.ROOT, "Against %s there", reference), true));
    for (String oracle : List.of("Oracle: best epoch", "Best − last")) {
      row.add(Grid.sortable(oracle, true).with("data-oracle", "true"));
    }
    row.add(Grid.sortable("Seeds", true)).add(Grid.sortable("Failed", true));
    return Element.of("thead").add(row);
  }

  private static Element level(Shown shown, Board board, NoiseLevel level) {
    Element body = shown.under(Element.of("tbody"), level);
    List<Standing> contest = board.contest(level);
    body.add(
        Element.of("tr")
            .style("level")
            .add(
                Element.of("th")
                    .with("scope", "rowgroup")
                    .with("colspan", Integer.toString(COLUMNS))
                    .add(Element.of("span", level.label()))
                    .add(Element.of("small", ties(contest)))));
    Optional<Whisker> whisker =
        Whisker.over(contest.stream().map(Standing::accuracy).flatMap(Optional::stream).toList());
    shown.rows(board, level).stream()
        .sorted(
            comparing((Board.Row row) -> !inTopGroup(row.standings().get(level)))
                .thenComparing(row -> row.standings().get(level).rank().orElse(Integer.MAX_VALUE)))
        .forEach(row -> body.add(row(shown, row.label(), row.standings().get(level), whisker)));
    return body;
  }

  private static boolean inTopGroup(Standing standing) {
    return standing.isBest() || standing.is(Kind.TIED);
  }

  private static String ties(List<Standing> contest) {
    if (contest.stream().allMatch(standing -> standing.verdict().isEmpty())) {
      return "too few common seeds to tell any two apart";
    }
    return String.format(
        Locale.ROOT,
        "of %d, %d at most 1 point below the best, %d worse, %d that so few seeds cannot tell",
        contest.size(),
        count(contest, Kind.TIED),
        count(contest, Kind.WORSE),
        count(contest, Kind.INCONCLUSIVE));
  }

  private static long count(List<Standing> contest, Kind kind) {
    return contest.stream().filter(standing -> standing.is(kind)).count();
  }

  private static Element row(
      Shown shown, String label, Standing standing, Optional<Whisker> whisker) {
    Element row = Element.of("tr").with("data-runs", shown.numbers().of(standing.runs()));
    if (inTopGroup(standing)) {
      row.style("top");
    }
    Method method = standing.method();
    row.add(Grid.row(shown.looks().name(label)).with("title", method.hyperparametersJson()));
    row.add(rank(standing));
    if (standing.accuracy().isPresent()) {
      Estimate accuracy = standing.accuracy().get();
      row.add(
          Grid.number(
              accuracy.mean(), shown.opening(standing.runs(), Figures.percent(accuracy.mean()))));
      row.add(
          Element.of("td")
              .style("n interval")
              .add(whisker.orElseThrow().of(shown.looks().of(label), accuracy))
              .add(Element.of("small", Figures.bounds(accuracy.interval()))));
    } else {
      row.add(Grid.absent()).add(Grid.absent());
    }
    row.add(standing.versusBest().map(shown::difference).orElseGet(Grid::absent));
    row.add(versusReference(shown, standing, standing.versusReference()));
    OptionalDouble selected = Leaderboard.mean(standing.runs(), Metric.TEST_ACCURACY_SELECTED);
    row.add(Grid.number(selected, Figures.percent(selected)));
    row.add(versusReference(shown, standing, standing.selectedVersusReference()));
    row.add(oracle(Leaderboard.mean(standing.runs(), Metric.TEST_ACCURACY_BEST)));
    row.add(
        oracle(
            standing
                .oracleGap()
                .map(gap -> OptionalDouble.of(gap.mean()))
                .orElse(OptionalDouble.empty())));
    row.add(whole(standing.accuracy().map(Estimate::n).orElse(0)));
    return row.add(whole(standing.runs().stream().filter(run -> !run.ok()).count()));
  }

  private static Element versusReference(
      Shown shown, Standing standing, Optional<Difference> difference) {
    return !standing.isCompared()
        ? Grid.number(0, "reference")
        : difference.map(shown::difference).orElseGet(Grid::absent);
  }

  private static Element rank(Standing standing) {
    if (standing.rank().isEmpty()) {
      return Grid.absent();
    }
    int rank = standing.rank().getAsInt();
    String mark = standing.is(Kind.TIED) ? "≈ " : standing.is(Kind.INCONCLUSIVE) ? "? " : "";
    Element cell = Grid.number(rank, mark + rank);
    standing
        .verdict()
        .map(Verdict::seedsNeeded)
        .filter(OptionalInt::isPresent)
        .ifPresent(
            seeds ->
                cell.with(
                    "title", String.format(Locale.ROOT, "%d seeds would tell", seeds.getAsInt())));
    return cell;
  }

  private static Element oracle(OptionalDouble ratio) {
    return Grid.number(ratio, Element.of("i", Figures.percent(ratio)));
  }

  private static Element whole(long count) {
    return Grid.number(count, Long.toString(count));
  }
}
