package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;

/**
 * Accuracy against the noise rate, and what is gained on the reference, one chart a kind of noise.
 */
final class NoiseSection implements Section {
  @Override
  public String id() {
    return "noise";
  }

  @Override
  public String title() {
    return "Accuracy against noise";
  }

  @Override
  public String lead(Shown shown) {
    return "Test accuracy after the last epoch over the nominal noise rate, and its difference to "
        + shown.derived().references().first()
        + ", paired by seed; bars are 95 % intervals. Methods stand a little aside of each"
        + " other so that bars do not hide.";
  }

  @Override
  public List<Element> body(Shown shown) {
    List<Board> boards = shown.boards();
    return boards.stream()
        .flatMap(board -> block(shown, board, "noise-" + boards.indexOf(board)).stream())
        .toList();
  }

  private static Optional<Element> block(Shown shown, Board board, String id) {
    var figures = new ArrayList<Element>();
    List<String> kinds =
        board.levels().stream()
            .filter(level -> level.rate() > 0)
            .map(NoiseLevel::noise)
            .distinct()
            .toList();
    for (String kind : kinds) {
      List<NoiseLevel> levels =
          board.levels().stream()
              .filter(level -> level.clean() || level.noise().equals(kind))
              .toList();
      for (NoiseChart chart : NoiseChart.values()) {
        chart
            .figure(shown, board, kind, levels, id + "-" + kinds.indexOf(kind))
            .ifPresent(figures::add);
      }
    }
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            shown
                .block(board)
                .add(shown.looks().legend(shown.rows(board)))
                .add(Element.of("div").style("pairs").add(figures)));
  }
}
