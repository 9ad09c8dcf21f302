package org.noisemark.reports.page;

import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.page.html.Element;

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
  public String lead() {
    return "Test accuracy in percent, on clean labels, after the last epoch: mean ± half the 95 %"
        + " interval. Bold is the best; shaded is everything that the interval of the difference,"
        + " paired by seed, does not tell from it.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.content().settings().stream().map(setting -> block(shown, setting)).toList();
  }

  private static Element block(Shown shown, Setting setting) {
    Element matrix =
        LevelMatrix.of(
            shown,
            setting,
            "All noises; " + setting.statistics(),
            setting.methods(),
            setting.levels(),
            LeaderboardSection::cell);
    return shown.block(setting).add(matrix).add(StandingsTable.of(shown, setting));
  }

  private static Element cell(Entry entry) {
    if (entry.accuracy().isEmpty()) {
      return Grid.absent();
    }
    var accuracy = entry.accuracy().get();
    boolean best = entry.rank().orElse(0) == 1;
    Element shown =
        Element.of("span")
            .style((best ? "best" : "") + (entry.tied().orElse(false) ? " tied" : ""))
            .add(Grid.opening(entry.runs(), Figures.percent(accuracy.mean())))
            .add(Element.of("small", Figures.half(accuracy)));
    return Grid.number(OptionalDouble.of(accuracy.mean()), shown);
  }
}
