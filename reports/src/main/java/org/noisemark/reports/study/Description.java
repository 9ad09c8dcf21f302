package org.noisemark.reports.study;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.page.html.Element;

/**
 * What a study is, in Markdown of a small kind: a title, {@code ##} headings, paragraphs and lists
 * of {@code -} items, with nothing marked inside a line.
 *
 * @param title of the study
 * @param markdown what follows the title
 */
public record Description(String title, String markdown) {
  /**
   * @param text that begins with {@code # title}
   * @throws IllegalArgumentException if it does not
   */
  public static Description of(String text) {
    String[] parts = text.strip().split("\n", 2);
    if (!parts[0].startsWith("# ") || parts.length < 2) {
      throw new IllegalArgumentException("a description begins with '# ' and a title");
    }
    return new Description(parts[0].substring(2), parts[1].strip());
  }

  /** Returns it as HTML, the title left out. */
  List<Element> html() {
    var elements = new ArrayList<Element>();
    for (String block : markdown.split("\n\\s*\n")) {
      String text = block.strip();
      if (text.startsWith("## ")) {
        elements.add(Element.of("h2", text.substring(3)));
      } else if (text.startsWith("- ")) {
        Element list = Element.of("ul");
        for (String item : text.substring(2).split("\n- ")) {
          list.add(Element.of("li", item.replaceAll("\\s+", " ")));
        }
        elements.add(list);
      } else {
        elements.add(Element.of("p", text.replaceAll("\\s+", " ")).style("lead"));
      }
    }
    return elements;
  }
}
