package org.noisemark.reports.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.catalogue.DataPackage;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.tables.Csv;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A table of a published folder, as its datapackage.json describes it.
 *
 * @param columns in order, each with what its cells may be: type and constraints as JSON
 * @param rows by primary key, each by column
 */
record StoredTable(
    String name,
    Map<String, String> columns,
    List<String> primaryKey,
    Map<List<String>, Map<String, String>> rows) {
  static final String PACKAGE = "datapackage.json";

  /**
   * Reads every table, by name.
   *
   * @throws IOException with one line that names the file, if it is absent or cannot be read
   */
  static Map<String, StoredTable> readAll(Path folder) throws IOException {
    Path file = folder.resolve(PACKAGE);
    var tables = new LinkedHashMap<String, StoredTable>();
    try {
      for (JsonNode resource : description(folder).required("resources")) {
        if (resource.has("schema")) {
          StoredTable table = read(folder, resource);
          tables.put(table.name(), table);
        }
      }
    } catch (JacksonException e) {
      throw notOurs(file, e);
    }
    return tables;
  }

  /**
   * Reads the description of a folder's files.
   *
   * @throws IOException as {@link #readAll} does
   */
  static JsonNode description(Path folder) throws IOException {
    Path file = folder.resolve(PACKAGE);
    try {
      return Json.tree(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw notOurs(file, e);
    }
  }

  private static IOException notOurs(Path file, RuntimeException e) {
    return new IOException(file + ": not what 'noisemark publish' wrote: " + e.getMessage(), e);
  }

  private static StoredTable read(Path folder, JsonNode resource) throws IOException {
    JsonNode schema = resource.required("schema");
    var columns = new LinkedHashMap<String, String>();
    for (JsonNode field : schema.required("fields")) {
      columns.put(text(field, "name"), text(field, "type") + " " + field.path("constraints"));
    }
    List<String> key =
        schema
            .path(schema.has("primaryKey") ? "primaryKey" : DataPackage.ROW_KEY)
            .valueStream()
            .map(JsonNode::stringValue)
            .toList();
    Path file = folder.resolve(text(resource, "path"));
    try {
      var rows = Csv.read(Files.readAllBytes(file)).byKey(key);
      return new StoredTable(text(resource, "name"), columns, key, rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }
}
