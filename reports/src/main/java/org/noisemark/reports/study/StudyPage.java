package org.noisemark.reports.study;

import java.util.List;
import org.noisemark.reports.page.Document;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;

/** index.html of a study: what it tests, what became of it, charts and numbers. */
final class StudyPage {
  private StudyPage() {}

  static byte[] html(StudyResult study) {
    Element main = Element.of("main").add(verdicts(study));
    if (!study.measurements().all().isEmpty()) {
      Element charts = Element.of("section").add(Element.of("h2", "What was measured"));
      int number = 0;
      for (var figure : study.figures()) {
        charts.add(StudyFigures.of(study, figure, "figure-" + ++number));
      }
      main.add(charts);
    }
    main.add(Element.of("section").add(study.description().html()));
    return page(
        study.description().title(),
        Element.of("header")
            .add(Element.of("p", "noisemark study").style("brand"))
            .add(Element.of("h1", study.description().title()))
            .add(Element.of("p", study.line()).style("status"))
            .add(downloads()),
        main);
  }

  /** A whole page in the style of all others. */
  static byte[] page(String title, Element header, Element main) {
    return new Document(title + ": noisemark", title, false, List.of())
        .html(Element.of("body").add(header).add(main));
  }

  private static Element downloads() {
    Element line = Element.of("p").style("downloads");
    for (String file :
        List.of("measurements.csv", "points.csv", "verdicts.csv", "study.md", "datapackage.json")) {
      line.add(Element.of("a", file).with("href", file));
    }
    return line;
  }

  private static Element verdicts(StudyResult study) {
    return Element.of("section")
        .style("board")
        .add(Element.of("h2", "Claims, in the form " + study.form()))
        .add(Element.of("p", Outcome.RULE).style("lead"))
        .add(Grid.scrolling("Claims", claims(study)));
  }

  /** A row a claim. */
  static Element claims(StudyResult study) {
    Element body = Element.of("tbody");
    for (var each : study.judgements()) {
      body.add(
          Element.of("tr")
              .add(Element.of("td", each.claim().statement()).style("long"))
              .add(Element.of("td", each.outcome().label()))
              .add(Element.of("td", each.effectText()))
              .add(
                  Element.of("td", Quantity.shown(each.claim().threshold(), each.claim().unit()))
                      .style("n")));
    }
    return Element.of("table")
        .add(
            Element.of("thead")
                .add(
                    Element.of("tr")
                        .add(Element.of("th", "Claim").with("scope", "col"))
                        .add(Element.of("th", "Outcome").with("scope", "col"))
                        .add(Element.of("th", "Effect").with("scope", "col"))
                        .add(Grid.heading("Threshold"))))
        .add(body);
  }
}
