package org.noisemark.reports.publish;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.page.Page;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.text.Markdown;

/**
 * The text of CHANGES.md and CHANGES.html.
 *
 * @param lead one sentence
 */
record ChangeNotes(Version version, String lead, List<Part> parts) {
  static final String MARKDOWN = "CHANGES.md";
  static final String HTML = Page.CHANGES;

  /** A heading with a list below it. */
  record Part(String heading, List<String> lines) {}

  ChangeNotes {
    parts = List.copyOf(parts);
  }

  byte[] markdown() {
    var text = new Markdown();
    text.title(version.toString());
    text.line("");
    text.line(lead);
    for (Part part : parts) {
      text.heading(part.heading());
      part.lines().forEach(line -> text.line("- " + Markdown.escape(line)));
    }
    return text.bytes();
  }

  byte[] html(String suite) {
    var body = new ArrayList<Element>();
    body.add(
        Element.of("p")
            .add(HtmlText.link("These results", "index.html"))
            .text(" · ")
            .add(HtmlText.link("All versions", "../" + SuiteIndex.FILE)));
    body.add(Element.of("p", lead));
    for (Part part : parts) {
      Element list = Element.of("ul");
      part.lines().forEach(line -> list.add(Element.of("li", line)));
      body.add(Element.of("h2", part.heading()));
      body.add(list);
    }
    return HtmlText.bytes(suite + " " + version + ", changes", body);
  }
}
