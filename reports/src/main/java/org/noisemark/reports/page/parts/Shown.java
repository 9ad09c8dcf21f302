package org.noisemark.reports.page.parts;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;

/**
 * The results with what all sections share: looks, the numbers of runs, and the marks that filters
 * go by.
 *
 * @param derived what is shown, which of large results is a part
 * @param all every run, shown or not
 * @param runs those shown, sorted so that those of a method, and of it under one noise, stand
 *     together
 * @param levels all noises, in the order they are shown
 * @param notes a line each on what is left out
 */
public record Shown(
    Derived derived,
    List<Run> all,
    List<Board> boards,
    List<Run> runs,
    List<NoiseLevel> levels,
    Looks looks,
    Costs costs,
    List<String> notes,
    RunNumbers numbers) {

  public static Shown of(Derived all) {
    Excerpt excerpt = Excerpt.of(all);
    Derived derived = excerpt.derived();
    List<Board> boards = derived.boards();
    List<Run> runs =
        derived.runs().stream()
            .sorted(comparing(Run::setting).thenComparing(Run::method).thenComparing(Run::level))
            .toList();
    return new Shown(
        derived,
        all.runs(),
        boards,
        runs,
        List.copyOf(new TreeSet<>(runs.stream().map(Run::level).toList())),
        Looks.of(boards),
        new Costs(runs.get(0).prices()), // all have the same
        excerpt.notes(),
        new RunNumbers(excerpt.listed()));
  }

  /** Names all that the methods of a board share; its suite, too, where there are several. */
  public String title(Board board) {
    boolean several = boards.stream().map(Board::setting).map(Shown::suite).distinct().count() > 1;
    return board.title() + (several ? ", " + suite(board.setting()) : "");
  }

  private static String suite(Setting setting) {
    return setting.suite() + " " + setting.suiteVersion();
  }

  /** What the filter calls an engine: it, its device and the precision. */
  public static String engine(Setting setting) {
    return String.format(
        Locale.ROOT, "%s on %s, %s", setting.engine(), setting.device(), setting.precision());
  }

  /** A board's methods in the order of their labels. */
  public List<Board.Row> rows(Board board) {
    return board.rows().stream().sorted(comparing(Board.Row::label)).toList();
  }

  /** Its methods that were run under a noise. */
  public List<Board.Row> rows(Board board, NoiseLevel level) {
    return board.rows().stream().filter(row -> row.standings().containsKey(level)).toList();
  }

  /** An element that stays while the filters let its board through. */
  public Element block(Board board) {
    Element block = marked(Element.of("div").style("block"), board.setting());
    return boards.size() == 1 ? block : block.add(Element.of("h3", title(board)));
  }

  /** Marks an element that stays while the filters let its setting through. */
  public static Element marked(Element element, Setting setting) {
    if (!setting.dataset().isEmpty()) {
      element.with("data-dataset", setting.dataset());
    }
    return element.with("data-network", setting.network()).with("data-engine", engine(setting));
  }

  /** Marks an element that stays while the filters let one of these noises through. */
  public Element under(Element element, List<NoiseLevel> some) {
    return element.with(
        "data-noise",
        some.stream().map(level -> Integer.toString(levels.indexOf(level))).collect(joining(" ")));
  }

  public Element under(Element element, NoiseLevel level) {
    return under(element, List.of(level));
  }

  /** A row of a table that opens a method's runs, begun with its name. */
  public Element row(List<Run> some, String label) {
    return Element.of("tr").with("data-runs", numbers.of(some)).add(Grid.row(looks.name(label)));
  }

  /** A number that opens the runs it comes from. */
  public Element opening(List<Run> some, String text) {
    return Element.of("button", text)
        .with("type", "button")
        .style("open")
        .with("data-runs", numbers.of(some));
  }

  /**
   * A paired difference in percentage points, marked where its interval leaves 0 out; opens the
   * runs of both methods.
   */
  public Element difference(Difference difference) {
    Estimate estimate = difference.estimate();
    boolean told = estimate.interval().map(bounds -> !bounds.contains(0)).orElse(false);
    Element shown =
        Element.of("span")
            .style(!told ? "even" : estimate.mean() > 0 ? "above" : "below")
            .add(opening(difference.runs(), Figures.points(estimate.mean())))
            .add(Element.of("small", Figures.signedBounds(estimate.interval())));
    return Grid.number(estimate.mean(), shown);
  }
}
