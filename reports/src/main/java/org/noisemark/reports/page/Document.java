package org.noisemark.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.html.Verbatim;

/**
 * What every page is around its body: one file with its style inside, that fetches nothing.
 *
 * @param description one sentence, for who lists pages
 * @param scripted whether scripts of its own may run
 * @param more of the head
 */
public record Document(String title, String description, boolean scripted, List<Element> more) {
  /** Three bars, the middle one the best. */
  private static final String ICON =
      "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
          + "%3Cpath%20d='M1%209h4v6H1zM6%202h4v13H6zM11%206h4v9h-4z'%20fill='%232a78d6'/%3E%3C/svg%3E";

  public byte[] html(Element body) {
    Element html = Element.of("html").with("lang", "en").add(head()).add(body);
    return ("<!DOCTYPE html>\n" + html + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Element head() {
    Element head =
        Element.of("head")
            .add(Element.of("meta").with("charset", "utf-8"))
            .add(meta("name", "viewport", "width=device-width, initial-scale=1"))
            .add(meta("name", "color-scheme", "light dark"))
            .add(meta("http-equiv", "Content-Security-Policy", policy()))
            .add(Element.of("title", title))
            .add(meta("name", "description", description))
            .add(Element.of("link").with("rel", "icon").with("href", ICON))
            .add(more)
            .add(style("page.css"));
    return scripted ? head.add(Element.of("noscript").add(style("noscript.css"))) : head;
  }

  private String policy() {
    return "default-src 'none'; style-src 'unsafe-inline';"
        + (scripted ? " script-src 'unsafe-inline';" : "")
        + " img-src data:";
  }

  private static Element meta(String attribute, String name, String content) {
    return Element.of("meta").with(attribute, name).with("content", content);
  }

  private static Element style(String resource) {
    return Element.of("style").add(Verbatim.resource(Document.class, resource));
  }
}
