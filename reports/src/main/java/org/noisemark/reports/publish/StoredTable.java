package org.noisemark.reports.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.noisemark.reports.records.Json;
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
      for (JsonNode resource : Json.tree(Files.readAllBytes(file)).get("resources")) {
        if (resource.has("schema")) {
          StoredTable table = read(folder, resource);
          tables.put(table.name(), table);
        }
      }
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new IOException(file + ": not what 'noisemark publish' wrote", e);
    }
    return tables;
  }

  private static StoredTable read(Path folder, JsonNode resource) throws IOException {
    JsonNode schema = resource.get("schema");
    var columns = new LinkedHashMap<String, String>();
    for (JsonNode field : schema.get("fields")) {
      columns.put(
          field.get("name").stringValue(),
          field.get("type").stringValue() + " " + field.path("constraints"));
    }
    List<String> key =
        StreamSupport.stream(schema.get("primaryKey").spliterator(), false)
            .map(JsonNode::stringValue)
            .toList();
    return new StoredTable(
        resource.get("name").stringValue(),
        columns,
        key,
        rows(folder.resolve(resource.get("path").stringValue()), key));
  }

  private static Map<List<String>, Map<String, String>> rows(Path file, List<String> key)
      throws IOException {
    var rows = new LinkedHashMap<List<String>, Map<String, String>>();
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file, UTF_8);
        CSVParser parser = format.parse(reader)) {
      for (var row : parser) {
        rows.put(new ArrayList<>(key.stream().map(row::get).toList()), row.toMap());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not the table that " + PACKAGE + " describes", e);
    }
    return rows;
  }
}
