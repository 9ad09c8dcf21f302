package org.noisemark.reports.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.noisemark.reports.records.AtomicFile.Written;
import org.noisemark.reports.records.CellDigests;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.About;
import org.noisemark.reports.tables.Column;
import org.noisemark.reports.tables.Table;

/**
 * datapackage.json after Data Package v2: what each file holds, column by column, with its size and
 * hash.
 */
public final class DataPackage {
  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

  private final List<Map<String, Object>> resources = new ArrayList<>();

  /** Describes a table as it was written. */
  public void add(Table<?> table, Written csv) {
    Map<String, Object> resource = resource(table.name(), table.file(), "csv", "text/csv", csv);
    resource.put("type", "table");
    resource.put("description", table.description());
    resource.put("schema", schema(table));
    resources.add(resource);
  }

  /** Describes a file that is no table. */
  public void add(String name, String path, String format, String mediatype, Written file) {
    resources.add(resource(name, path, format, mediatype, file));
  }

  /** Describes the run records, files of one form; {@link CellDigests} has a digest of each. */
  public void add(Collection<RunRecord> records) {
    resources.add(
        Map.of(
            "name", "cells",
            "path", records.stream().map(run -> "cells/" + run.runId() + ".json").sorted().toList(),
            "description", "One run record a file; " + CellDigests.FILE + " has their SHA-256.",
            "format", "json",
            "mediatype", "application/json",
            "encoding", "utf-8"));
  }

  /** Of the results of runs. */
  public byte[] json(About about) {
    var description =
        described(
            "noisemark-results",
            "Results of noisemark, a label-noise robustness benchmark suite",
            about.description(),
            about.version());
    description.put("created", about.created());
    description.put(
        "sources", about.datasets().stream().map(name -> Map.of("title", name)).toList());
    return Json.pretty(description);
  }

  /** Of anything else. */
  public byte[] json(String name, String title, String description, String version) {
    return Json.pretty(described(name, title, description, version));
  }

  private TreeMap<String, Object> described(
      String name, String title, String text, String version) {
    var description = new TreeMap<String, Object>();
    description.put("$schema", PROFILES + "datapackage.json");
    description.put("name", name);
    description.put("title", title);
    description.put("description", text);
    description.put("version", version);
    description.put("keywords", About.KEYWORDS);
    description.put("licenses", List.of(Map.of("name", About.LICENCE, "path", About.LICENCE_URL)));
    description.put(
        "contributors", List.of(Map.of("title", About.AUTHORS, "roles", List.of("creator"))));
    description.put("resources", resources);
    return description;
  }

  private static Map<String, Object> resource(
      String name, String path, String format, String mediatype, Written file) {
    return new TreeMap<>(
        Map.of(
            "name", name,
            "path", path,
            "format", format,
            "mediatype", mediatype,
            "encoding", "utf-8",
            "bytes", file.bytes(),
            "hash", "sha256:" + file.sha256()));
  }

  /** What tells rows apart where it is no primary key: of that no field may be empty. */
  public static final String ROW_KEY = "noisemark:rowKey";

  private static Map<String, Object> schema(Table<?> table) {
    var schema = new TreeMap<String, Object>();
    schema.put("$schema", PROFILES + "tableschema.json");
    schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
    schema.put(table.hasPrimaryKey() ? "primaryKey" : ROW_KEY, table.primaryKey());
    schema.put("missingValues", List.of(""));
    if (!table.foreignKeys().isEmpty()) {
      schema.put(
          "foreignKeys",
          table.foreignKeys().stream()
              .map(
                  key ->
                      Map.of(
                          "fields",
                          List.of(key.column()),
                          "reference",
                          Map.of("resource", key.table(), "fields", List.of(key.column()))))
              .toList());
    }
    return schema;
  }

  private static Map<String, Object> field(Column<?> column) {
    var field = new TreeMap<String, Object>();
    field.put("name", column.name());
    field.put("type", column.type().name().toLowerCase(Locale.ROOT));
    field.put("description", column.description());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    if (!column.constraints().isEmpty()) {
      field.put("constraints", column.constraints());
    }
    return field;
  }
}
