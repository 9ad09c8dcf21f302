package org.noisemark.reports.page.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.boards.Change;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.statistics.Estimate;

/** Every step, the newest first. */
final class StepsTable {
  private static final int MOST = 200;
  private static final List<String> HEADINGS =
      List.of("Commit", "Since", "Method", "Noise", "Measure");
  private static final List<String> NUMBERS = List.of("From", "To", "Change [95 %]", "p (Holm)");

  private StepsTable() {}

  private record Step(Measure measure, Row row) {}

  static List<Element> of(Shown shown) {
    var steps = new ArrayList<Step>();
    for (Measure measure : Measure.values()) {
      shown.rows().stream()
          .filter(row -> row.isStep(measure.metric()))
          .forEach(row -> steps.add(new Step(measure, row)));
    }
    if (steps.isEmpty()) {
      return List.of(Element.of("p", none(shown)));
    }
    steps.sort(Comparator.comparing((Step step) -> -step.row.commit().number()));
    Element head = Element.of("tr");
    HEADINGS.forEach(heading -> head.add(Element.of("th", heading).with("scope", "col")));
    NUMBERS.forEach(heading -> head.add(Grid.heading(heading)));
    Element body = Element.of("tbody");
    steps.stream().limit(MOST).forEach(step -> body.add(line(shown, step)));
    Element table = Grid.table("The newest first").add(Element.of("thead").add(head)).add(body);
    Element whole = Grid.scrolling("Steps", table);
    return steps.size() <= MOST
        ? List.of(whole)
        : List.of(
            whole,
            Element.of(
                "p",
                String.format(Locale.ROOT, "and %d more, see history.csv", steps.size() - MOST)));
  }

  private static String none(Shown shown) {
    long compared = shown.rows().stream().filter(row -> !row.changes().isEmpty()).count();
    return compared == 0
        ? "Nothing is compared yet: no two commits trained the same."
        : String.format(Locale.ROOT, "None among %d comparisons.", compared);
  }

  private static Element line(Shown shown, Step step) {
    Row row = step.row;
    Change change = row.change(step.measure.metric()).orElseThrow();
    return Element.of("tr")
        .add(Grid.row(Element.of("span").add(Element.of("code", Shown.brief(row.commit())))))
        .add(Element.of("td").add(Element.of("code", Shown.brief(row.before().commit()))))
        .add(Element.of("td").add(shown.looks().name(shown.label(row))))
        .add(Element.of("td", row.task().level().label()))
        .add(Element.of("td", step.measure.label()))
        .add(value(step, row.before()))
        .add(value(step, row))
        .add(
            Grid.number(
                change.mean(),
                Element.of("span")
                    .text(step.measure.change(change))
                    .add(Element.of("small", step.measure.isBetter(change) ? "better" : "worse"))))
        .add(
            Grid.number(
                change.holmPValue(),
                change.exact()
                    ? "counted"
                    : Figures.fixed(change.holmPValue(), 4).replace("0.0000", "< 0.0001")));
  }

  private static Element value(Step step, Row row) {
    return Grid.number(
        row.estimate(step.measure.metric()).map(Estimate::mean).orElse(Double.NaN),
        row.estimate(step.measure.metric())
            .map(estimate -> step.measure.text(estimate.mean()))
            .orElse(Figures.ABSENT));
  }
}
