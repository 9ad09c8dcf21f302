package org.noisemark.reports.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.noisemark.reports.page.html.Element;

/** What lies beside the page, for those who want the numbers. */
final class Downloads {
  /** The tables that every set of results has, by what they are called here. */
  static final Map<String, String> TABLES = tables();

  private static final Map<String, String> OTHERS = others();

  private Downloads() {}

  static Element of() {
    Element line = Element.of("p").style("downloads").add(Element.of("span", "Download: "));
    add(TABLES, line);
    add(OTHERS, line);
    return line;
  }

  private static void add(Map<String, String> files, Element line) {
    files.forEach(
        (name, file) ->
            line.add(Element.of("a", name).with("href", file)).add(Element.of("span", " ")));
  }

  private static Map<String, String> tables() {
    var tables = new LinkedHashMap<String, String>();
    tables.put("leaderboard", "leaderboard.csv");
    tables.put("cost", "cost.csv");
    tables.put("runs", "runs.csv");
    tables.put("curves", "curves.csv");
    tables.put("environments", "environments.csv");
    return tables;
  }

  private static Map<String, String> others() {
    var others = new LinkedHashMap<String, String>();
    others.put("summary", "summary.md");
    others.put("digests of the records", "cells.sha256");
    others.put("all files, with every column described", "datapackage.json");
    return others;
  }
}
