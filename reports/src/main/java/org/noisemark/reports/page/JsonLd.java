package org.noisemark.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.results.About;
import org.noisemark.reports.results.Run;

/** The results as schema.org's Dataset, which search engines for data read. */
final class JsonLd {
  private JsonLd() {}

  static Map<String, Object> of(About about, List<Run> runs) {
    var dataset = new LinkedHashMap<String, Object>();
    dataset.put("@context", "https://schema.org");
    dataset.put("@type", "Dataset");
    dataset.put("name", "noisemark: " + Run.suites(runs));
    dataset.put("description", about.description());
    dataset.put("keywords", About.KEYWORDS);
    dataset.put("license", About.LICENCE_URL);
    var creator = new LinkedHashMap<String, Object>();
    creator.put("@type", "Organization");
    creator.put("name", About.AUTHORS);
    dataset.put("creator", creator);
    dataset.put("dateModified", about.day());
    dataset.put("distribution", Downloads.TABLES.values().stream().map(JsonLd::download).toList());
    return dataset;
  }

  private static Map<String, Object> download(String file) {
    var download = new LinkedHashMap<String, Object>(); // in an order that every JVM has
    download.put("@type", "DataDownload");
    download.put("contentUrl", file);
    download.put("encodingFormat", "text/csv");
    return download;
  }
}
