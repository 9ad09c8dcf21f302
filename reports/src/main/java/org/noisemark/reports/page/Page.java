package org.noisemark.reports.page;

import java.util.List;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.page.curves.CurvesSection;
import org.noisemark.reports.page.further.FurtherSection;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.html.Verbatim;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.About;
import org.noisemark.reports.results.Run;

/** index.html: style, script and data inside, nothing fetched. */
public final class Page {
  private static final List<Section> SECTIONS =
      List.of(
          new LeaderboardSection(),
          new NoiseSection(),
          new ParetoSection(),
          new CostSection(),
          new CurvesSection(),
          new LabelsSection(),
          new FurtherSection(),
          new MachinesSection());

  /** What a published version has that the one before it had not. */
  public static final String CHANGES = "CHANGES.html";

  private Page() {}

  /**
   * @param published whether it lies in the folder of a version, beside {@value #CHANGES} and below
   *     the lists of versions and suites
   */
  public static byte[] html(Derived derived, boolean published) {
    Shown shown = Shown.of(derived);
    Element links = Element.of("ul");
    Element main = Element.of("main");
    for (Section section : SECTIONS) {
      List<Element> body = section.body(shown);
      if (!body.isEmpty()) {
        links.add(
            Element.of("li")
                .add(Element.of("a", section.title()).with("href", "#" + section.id())));
        main.add(section(shown, section, body));
      }
    }
    return document(shown)
        .html(
            Element.of("body")
                .add(Head.of(shown, published))
                .add(Element.of("nav").with("aria-label", "Parts of this page").add(links))
                .add(Filters.of(shown))
                .add(main)
                .add(dialog())
                .add(
                    Element.of("script")
                        .with("type", "application/json")
                        .with("id", "runs")
                        .add(Verbatim.json(RunsJson.of(shown))))
                .add(Element.of("script").add(Verbatim.resource(Page.class, "page.js"))));
  }

  private static Document document(Shown shown) {
    About about = About.of(shown.all());
    return new Document(
        Run.suites(shown.runs()) + ": noisemark",
        about.description(),
        true,
        List.of(
            Element.of("script")
                .with("type", "application/ld+json")
                .add(Verbatim.json(JsonLd.of(about, shown.all())))));
  }

  private static Element section(Shown shown, Section section, List<Element> body) {
    String heading = section.id() + "-heading";
    return Element.of("section")
        .with("id", section.id())
        .with("aria-labelledby", heading)
        .add(Element.of("h2", section.title()).with("id", heading))
        .add(Element.of("p", section.lead(shown)).style("lead"))
        .add(body);
  }

  /** Filled by the script with the runs behind a number. */
  private static Element dialog() {
    return Element.of("dialog")
        .with("id", "details")
        .with("aria-labelledby", "details-heading")
        .add(
            Element.of("form")
                .with("method", "dialog")
                .add(Element.of("h2", "Runs").with("id", "details-heading"))
                .add(Element.of("button", "Close").style("close")))
        .add(Element.of("div").with("id", "details-body"));
  }
}
