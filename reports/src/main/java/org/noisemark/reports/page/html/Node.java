package org.noisemark.reports.page.html;

/** What an element holds. */
public sealed interface Node permits Element, Text, Verbatim {
  void write(StringBuilder markup);
}
