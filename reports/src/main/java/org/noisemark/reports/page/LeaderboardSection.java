package org.noisemark.reports.page;

import java.util.List;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.statistics.Estimate;

/** Test accuracy after the last epoch: all noises side by side, then noise by noise. */
final class LeaderboardSection implements Section {
  @Override
  public String id() {
    return "leaderboard";
  }

  @Override
  public String title() {
    return "Leaderboard";
  }

  @Override
  public String lead(Shown shown) {
    return "Test accuracy in percent, on clean labels, after the last epoch: mean ± half the 95 %"
        + " interval. Bold is the best; shaded is everything that the interval of the difference,"
        + " paired by seed, does not tell from it.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.boards().stream().map(board -> block(shown, board)).toList();
  }

  private static Element block(Shown shown, Board board) {
    Element matrix =
        LevelMatrix.of(
            shown,
            board,
            "All noises; " + board.statistics(Standing::accuracy),
            board.levels(),
            standing -> cell(shown, standing));
    return shown.block(board).add(matrix).add(StandingsTable.of(shown, board));
  }

  private static Element cell(Shown shown, Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return Grid.absent();
    }
    Estimate accuracy = standing.accuracy().get();
    boolean best = standing.rank().orElse(0) == 1;
    return Grid.number(
        accuracy.mean(),
        Element.of("span")
            .style((best ? "best" : "") + (standing.tied().orElse(false) ? " tied" : ""))
            .add(shown.opening(standing.runs(), Figures.percent(accuracy.mean())))
            .add(Element.of("small", Figures.half(accuracy))));
  }
}
