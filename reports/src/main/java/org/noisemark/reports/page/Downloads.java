package org.noisemark.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.page.html.Element;

/** What lies beside the page, for those who want the numbers. */
final class Downloads {
  /** The tables that every set of results has, by what they are called here. */
  static final Map<String, String> TABLES = tables();

  private static final Map<String, String> OTHERS = others();

  /** Of a site, as seen from the folder of a version. */
  private static final Map<String, String> VERSIONS = versions();

  private Downloads() {}

  static List<Element> of(boolean published) {
    var files = new LinkedHashMap<>(TABLES);
    files.putAll(OTHERS);
    Element downloads = line("Download: ", files);
    return published ? List.of(downloads, line("Versions: ", VERSIONS)) : List.of(downloads);
  }

  private static Element line(String what, Map<String, String> files) {
    Element line = Element.of("p").style("downloads").add(Element.of("span", what));
    files.forEach(
        (name, file) ->
            line.add(Element.of("a", name).with("href", file)).add(Element.of("span", " ")));
    return line;
  }

  private static Map<String, String> versions() {
    var versions = new LinkedHashMap<String, String>();
    versions.put("changes in this one", Page.CHANGES);
    versions.put("the newest", "../latest/index.html");
    versions.put("all of this suite", "../index.html");
    versions.put("all suites", "../../index.html");
    return versions;
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
    others.put("the same as Croissant", "croissant.json");
    return others;
  }
}
