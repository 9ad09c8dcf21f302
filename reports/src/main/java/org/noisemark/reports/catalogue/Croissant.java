package org.noisemark.reports.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.noisemark.reports.records.AtomicFile.Written;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.results.About;
import org.noisemark.reports.tables.Column;
import org.noisemark.reports.tables.Table;

/** croissant.json after Croissant 1.0 of ML Commons: each file, and each table's columns. */
public final class Croissant {
  public static final String FILE = "croissant.json";

  private static final String VERSION = "http://mlcommons.org/croissant/1.0";

  private final List<Map<String, Object>> files = new ArrayList<>();
  private final List<Map<String, Object>> tables = new ArrayList<>();

  /** Describes a table as it was written. */
  public void add(Table<?> table, Written csv) {
    add(table.file(), "text/csv", csv);
    var description = new TreeMap<String, Object>();
    description.put("@type", "cr:RecordSet");
    description.put("@id", table.name());
    description.put("name", table.name());
    description.put("description", table.description());
    if (table.hasPrimaryKey()) {
      description.put(
          "key", table.primaryKey().stream().map(column -> id(table.name(), column)).toList());
    }
    description.put("field", table.columns().stream().map(each -> field(table, each)).toList());
    tables.add(description);
  }

  /** Describes a file that is no table. */
  public void add(String path, String mediatype, Written file) {
    files.add(
        Map.of(
            "@type", "cr:FileObject",
            "@id", path,
            "name", path,
            "contentUrl", path,
            "contentSize", file.bytes() + " B",
            "encodingFormat", mediatype,
            "sha256", file.sha256()));
  }

  /** Describes the run records. */
  public void addRecords() {
    files.add(
        Map.of(
            "@type", "cr:FileSet",
            "@id", "cells",
            "name", "cells",
            "description", "One run record a file.",
            "encodingFormat", "application/json",
            "includes", "cells/*.json"));
  }

  public byte[] json(About about) {
    var dataset = new TreeMap<String, Object>();
    dataset.put("@context", CroissantContext.TERMS);
    dataset.put("@type", "sc:Dataset");
    dataset.put("conformsTo", VERSION);
    dataset.put("name", about.name());
    dataset.put("description", about.description());
    dataset.put("license", About.LICENCE_URL);
    dataset.put("url", "index.html");
    dataset.put("creator", Map.of("@type", "sc:Organization", "name", About.AUTHORS));
    dataset.put("datePublished", about.day());
    dataset.put("dateModified", about.day());
    dataset.put("keywords", About.KEYWORDS);
    dataset.put("version", about.version());
    dataset.put("distribution", files);
    dataset.put("recordSet", tables);
    return Json.pretty(dataset);
  }

  private static Map<String, Object> field(Table<?> table, Column<?> column) {
    var field = new TreeMap<String, Object>();
    field.put("@type", "cr:Field");
    field.put("@id", table.name() + "/" + column.name());
    field.put("name", column.name());
    field.put("description", column.description());
    field.put("dataType", dataType(column.type()));
    field.put(
        "source",
        Map.of(
            "fileObject", Map.of("@id", table.file()),
            "extract", Map.of("column", column.name())));
    table.foreignKeys().stream()
        .filter(key -> key.column().equals(column.name()))
        .forEach(key -> field.put("references", id(key.table(), key.column())));
    return field;
  }

  private static Map<String, String> id(String table, String column) {
    return Map.of("@id", table + "/" + column);
  }

  private static String dataType(Column.Type type) {
    return switch (type) {
      case STRING -> "sc:Text";
      case INTEGER -> "sc:Integer";
      case NUMBER -> "sc:Float";
      case BOOLEAN -> "sc:Boolean";
      case DATETIME -> "sc:DateTime";
    };
  }
}
