package org.noisemark.reports.page.further;

import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;

/** Tables that stand for themselves. */
public final class FurtherSection implements Section {
  @Override
  public String id() {
    return "boards";
  }

  @Override
  public String title() {
    return "Further boards";
  }

  @Override
  public String lead(Shown shown) {
    return "The same runs, asked other questions; every number is in a CSV file beside this page.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return Stream.<FurtherBoard<?>>of(
            EqualCostBoard.of(shown),
            RobustnessBoard.of(shown),
            BeyondAccuracyBoard.of(shown),
            CostToTargetBoard.of(shown),
            AggregateBoard.of(shown),
            MeasurementsBoard.of(shown),
            PublishedBoard.of(shown))
        .map(board -> board.block(shown))
        .toList();
  }
}
