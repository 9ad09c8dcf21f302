package org.noisemark.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.text.ForPeople;

/** The results as schema.org's Dataset, which search engines for data read. */
final class JsonLd {
  private static final List<String> KEYWORDS =
      List.of("label noise", "sharpness-aware minimization", "robustness", "benchmark");

  private JsonLd() {}

  /** Returns one sentence about the results. */
  static String description(Shown shown) {
    return String.format(
        Locale.ROOT,
        "Test accuracy and cost of %s under label noise: %s, %d runs.",
        String.join(
            ", ", shown.runs().stream().map(run -> run.method().optimizer()).distinct().toList()),
        ForPeople.suites(shown.all()),
        shown.all().size());
  }

  static Map<String, Object> of(Shown shown) {
    var dataset = new LinkedHashMap<String, Object>();
    dataset.put("@context", "https://schema.org");
    dataset.put("@type", "Dataset");
    dataset.put("name", "noisemark: " + ForPeople.suites(shown.all()));
    dataset.put("description", description(shown));
    dataset.put("keywords", KEYWORDS);
    dataset.put(
        "dateModified",
        shown.all().stream()
            .map(run -> run.record().startedAt().toString().substring(0, 10))
            .max(String::compareTo)
            .orElseThrow());
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
