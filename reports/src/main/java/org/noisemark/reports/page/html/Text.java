package org.noisemark.reports.page.html;

/** A text, escaped where it is written. */
public record Text(String text) implements Node {
  @Override
  public void write(StringBuilder markup) {
    markup.append(Escape.html(text));
  }
}
