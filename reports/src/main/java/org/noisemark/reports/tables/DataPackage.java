package org.noisemark.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.noisemark.reports.records.AtomicFile.Written;
import org.noisemark.reports.records.Json;

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

  public byte[] json(String suiteVersion) {
    return Json.pretty(
        Map.of(
            "$schema",
            PROFILES + "datapackage.json",
            "name",
            "noisemark-results",
            "title",
            "Results of noisemark, a label-noise robustness benchmark suite",
            "version",
            suiteVersion,
            "resources",
            resources));
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
