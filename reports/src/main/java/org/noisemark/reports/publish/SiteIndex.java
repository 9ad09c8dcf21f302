package org.noisemark.reports.publish;

import java.io.IOException;
import java.util.List;
import org.noisemark.reports.page.html.Element;

/** index.html at the root of a site: the newest results of every suite. */
final class SiteIndex {
  static final String FILE = "index.html";

  private SiteIndex() {}

  /**
   * @param suites each with at least 1 version
   */
  static byte[] html(List<PublishedSuite> suites) throws IOException {
    Element list = Element.of("ul");
    for (PublishedSuite suite : suites) {
      list.add(
          Element.of("li")
              .add(
                  HtmlText.link(
                      suite.name(), suite.name() + "/" + PublishedSuite.LATEST + "/index.html"))
              .text(", version " + suite.last().orElseThrow() + " (")
              .add(HtmlText.link("all", suite.name() + "/" + SuiteIndex.FILE))
              .text("). " + suite.description().path("description").stringValue("")));
    }
    return HtmlText.bytes("Results of noisemark", List.of(list));
  }
}
