package org.noisemark.reports.publish;

import java.util.Comparator;
import java.util.List;
import org.noisemark.reports.page.html.Element;

/** index.html of a suite's folder: every version of its results. */
final class SuiteIndex {
  static final String FILE = "index.html";

  private SuiteIndex() {}

  /**
   * @param versions at least 1
   */
  static byte[] html(String suite, List<Version> versions) {
    Element list = Element.of("ul");
    versions.stream()
        .sorted(Comparator.reverseOrder())
        .map(Version::toString)
        .forEach(
            version ->
                list.add(
                    Element.of("li")
                        .add(HtmlText.link(version, version + "/index.html"))
                        .text(": ")
                        .add(HtmlText.link("changes", version + "/" + ChangeNotes.HTML))));
    return HtmlText.bytes(
        suite + ", all versions",
        List.of(
            Element.of("p")
                .add(HtmlText.link("The newest version", PublishedSuite.LATEST + "/index.html"))
                .text(" · ")
                .add(HtmlText.link("All suites", "../" + SiteIndex.FILE)),
            list));
  }
}
