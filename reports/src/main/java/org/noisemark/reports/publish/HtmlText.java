package org.noisemark.reports.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.html.Verbatim;

/** A page of text and links, without a script. */
final class HtmlText {
  private HtmlText() {}

  /**
   * @param body what follows the heading
   */
  static byte[] bytes(String title, List<Element> body) {
    Element head =
        Element.of("head")
            .add(Element.of("meta").with("charset", "utf-8"))
            .add(
                Element.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"))
            .add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"))
            .add(Element.of("title", title + ": noisemark"))
            .add(Element.of("style").add(Verbatim.resource(HtmlText.class, "text.css")));
    Element main = Element.of("main").add(Element.of("h1", title)).add(body);
    Element page =
        Element.of("html").with("lang", "en").add(head).add(Element.of("body").add(main));
    return ("<!DOCTYPE html>\n" + page + "\n").getBytes(UTF_8);
  }

  static Element link(String text, String target) {
    return Element.of("a", text).with("href", target);
  }
}
