package org.noisemark.reports.page.parts;

import java.util.List;
import org.noisemark.reports.page.html.Element;

/** A part of the page under a heading of its own. */
public interface Section {
  /** Unique on the page; what a link to it ends in. */
  String id();

  String title();

  /** What is shown and how it is read, a sentence or two. */
  String lead(Shown shown);

  /** What stands under the heading; nothing if the results have nothing to show there. */
  List<Element> body(Shown shown);
}
