package org.noisemark.reports.page;

import java.util.List;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict.Kind;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.text.ForPeople;

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
        + " interval. Bold is the best. By the interval of the difference to it, paired by seed:"
        + " shaded is at most 1 point below, ? cannot tell, anything else is worse.";
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
    Element block = shown.block(board);
    ForPeople.resolution(board.resolution())
        .forEach(line -> block.add(Element.of("p", line).style("lead")));
    return block.add(matrix).add(StandingsTable.of(shown, board));
  }

  private static Element cell(Shown shown, Standing standing) {
    if (standing.accuracy().isEmpty()) {
      return Grid.absent();
    }
    Estimate accuracy = standing.accuracy().get();
    return Grid.number(
        accuracy.mean(),
        Element.of("span")
            .style(standing.isBest() ? "best tied" : standing.is(Kind.TIED) ? "tied" : "")
            .add(shown.opening(standing.runs(), Figures.percent(accuracy.mean())))
            .add(
                Element.of(
                    "small",
                    Figures.half(accuracy) + (standing.is(Kind.INCONCLUSIVE) ? " ?" : ""))));
  }
}
