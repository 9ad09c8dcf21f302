package org.noisemark.reports.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.catalogue.CataloguedFiles;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.text.Markdown;

/** All studies on one page: their verdicts, with links to each, a folder of its name beside it. */
public final class StudyOverview {
  private static final String TITLE = "Studies: what became of the papers' claims";

  private StudyOverview() {}

  /**
   * Writes verdicts.csv, verdicts.md, index.html and datapackage.json.
   *
   * @return the names of the files
   */
  public static List<String> write(Path folder, List<StudyResult> studies) throws IOException {
    var files = new CataloguedFiles(folder);
    files.table(
        StudyTables.verdicts(), studies.stream().flatMap(study -> study.verdicts().stream()));
    files.other("verdicts-text", "verdicts.md", "text/markdown", markdown(studies));
    files.other("page", "index.html", "text/html", page(studies));
    return files.end("noisemark-studies", "noisemark studies", TITLE, "1.0.0");
  }

  private static byte[] markdown(List<StudyResult> studies) {
    var text = new Markdown();
    text.title(TITLE);
    text.line("");
    text.head(4, List.of("study", "claim", "outcome", "effect", "threshold"));
    for (var study : studies) {
      for (var each : study.judgements()) {
        text.row(
            study.name(),
            study.name() + "/study.md",
            Stream.of(
                Markdown.escape(each.claim().statement()),
                each.outcome().label(),
                Markdown.escape(each.effectText()),
                Quantity.shown(each.claim().threshold(), each.claim().unit())));
      }
    }
    return text.bytes();
  }

  private static byte[] page(List<StudyResult> studies) {
    Element main = Element.of("main");
    for (var study : studies) {
      main.add(
          Element.of("section")
              .style("board")
              .with("id", study.name())
              .add(
                  Element.of("h2")
                      .add(
                          Element.of("a", study.description().title())
                              .with("href", study.name() + "/index.html")))
              .add(Element.of("p", study.line()).style("lead"))
              .add(Grid.scrolling(study.name(), StudyPage.claims(study))));
    }
    Element header =
        Element.of("header")
            .add(Element.of("p", "noisemark").style("brand"))
            .add(Element.of("h1", TITLE))
            .add(Element.of("p", Outcome.RULE).style("status"))
            .add(
                Element.of("p")
                    .style("downloads")
                    .add(Element.of("a", "verdicts.csv").with("href", "verdicts.csv"))
                    .add(Element.of("a", "verdicts.md").with("href", "verdicts.md"))
                    .add(Element.of("a", "datapackage.json").with("href", "datapackage.json")));
    return StudyPage.page(TITLE, header, main);
  }
}
