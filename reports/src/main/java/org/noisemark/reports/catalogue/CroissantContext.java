package org.noisemark.reports.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON-LD context that Croissant 1.0 recommends, Appendix 1: what each short name stands for.
 */
final class CroissantContext {
  /** Terms of Croissant that are short for {@code cr:} and themselves. */
  private static final List<String> OWN =
      List.of(
          "citeAs",
          "column",
          "extract",
          "field",
          "fileProperty",
          "fileObject",
          "fileSet",
          "format",
          "includes",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "parentField",
          "path",
          "recordSet",
          "references",
          "regex",
          "repeated",
          "replace",
          "separator",
          "source",
          "subField",
          "transform");

  static final Map<String, Object> TERMS = terms();

  private CroissantContext() {}

  private static Map<String, Object> terms() {
    var terms = new TreeMap<String, Object>();
    terms.put("@language", "en");
    terms.put("@vocab", "https://schema.org/");
    terms.put("sc", "https://schema.org/");
    terms.put("cr", "http://mlcommons.org/croissant/");
    terms.put("rai", "http://mlcommons.org/croissant/RAI/");
    terms.put("dct", "http://purl.org/dc/terms/");
    terms.put("conformsTo", "dct:conformsTo");
    terms.put("data", Map.of("@id", "cr:data", "@type", "@json"));
    terms.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
    terms.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
    OWN.forEach(term -> terms.put(term, "cr:" + term));
    return terms;
  }
}
