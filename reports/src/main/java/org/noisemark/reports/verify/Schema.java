package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.noisemark.reports.records.CellDigests;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.tables.Csv;
import tools.jackson.databind.JsonNode;

/**
 * The stored files against what the stored datapackage.json says of them: size and hash of each
 * file; of each table the columns, types, constraints, primary and foreign keys.
 */
final class Schema {
  private static final String PACKAGE = "datapackage.json";

  private final Path directory;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, JsonNode> schemas = new TreeMap<>();
  private final Map<String, Csv> tables = new TreeMap<>();

  private Schema(Path directory) {
    this.directory = directory;
  }

  static List<Finding> check(Path directory) throws IOException {
    var schema = new Schema(directory);
    if (Files.isRegularFile(directory.resolve(PACKAGE))) { // else its absence is found elsewhere
      schema.check();
    }
    return schema.findings;
  }

  private void check() throws IOException {
    JsonNode description;
    try {
      description = Json.tree(Files.readAllBytes(directory.resolve(PACKAGE)));
    } catch (IllegalArgumentException e) {
      return; // found with the derived files
    }
    for (JsonNode resource : description.path("resources")) {
      resource(resource);
    }
    tables.forEach(
        (name, csv) -> findings.addAll(TableCheck.of(name + ".csv", csv, schemas.get(name))));
    tables.keySet().forEach(this::foreignKeys);
  }

  private void resource(JsonNode resource) throws IOException {
    if (resource.path("path").isArray()) { // the run records, whose digests are in cells.sha256
      resource.get("path").forEach(path -> isThere(path.stringValue("")));
      return;
    }
    String path = resource.path("path").stringValue("");
    Path file = directory.resolve(path);
    if (!isThere(path)) {
      return;
    }
    bytes(path, resource);
    if (resource.has("schema")) {
      try {
        String name = resource.path("name").stringValue("");
        tables.put(name, Csv.read(Files.readAllBytes(file)));
        schemas.put(name, resource.get("schema"));
      } catch (IllegalArgumentException e) {
        findings.add(Finding.error(path, e.getMessage()));
      }
    }
  }

  private boolean isThere(String path) {
    Path file = directory.resolve(path);
    boolean there = file.normalize().startsWith(directory.normalize()) && Files.isRegularFile(file);
    if (!there) {
      findings.add(Finding.error(PACKAGE, "describes a file that is not there: " + path));
    }
    return there;
  }

  private void bytes(String path, JsonNode resource) throws IOException {
    Path file = directory.resolve(path);
    String hash = "sha256:" + CellDigests.of(file);
    String described = resource.path("hash").stringValue("");
    if (!hash.equals(described)) {
      findings.add(
          mismatch(
              path, "hash", hash, described, "is not the file that " + PACKAGE + " describes"));
    }
    long size = Files.size(file);
    long bytes = resource.path("bytes").longValue(-1);
    if (size != bytes) {
      findings.add(
          mismatch(path, "bytes", size, bytes, "has not the size that " + PACKAGE + " describes"));
    }
  }

  private static Finding mismatch(
      String file, String what, Object stored, Object expected, String message) {
    return new Finding(
        Finding.Severity.ERROR, file, "", what, stored.toString(), expected.toString(), message);
  }

  private void foreignKeys(String name) {
    Csv csv = tables.get(name);
    for (JsonNode foreign : schemas.get(name).path("foreignKeys")) {
      String column = foreign.path("fields").path(0).stringValue("");
      JsonNode reference = foreign.path("reference");
      String target = reference.path("resource").stringValue("");
      String key = reference.path("fields").path(0).stringValue("");
      Csv other = tables.get(target);
      if (other == null || !other.header().contains(key) || !csv.header().contains(column)) {
        findings.add(
            Finding.error(
                name + ".csv",
                String.format(
                    Locale.ROOT, "refers to %s.csv, %s, which is not there", target, key)));
        continue;
      }
      var keys = other.byKey(List.of(key)).keySet();
      for (int i = 0; i < csv.rows().size(); i++) {
        String cell = csv.rows().get(i).get(column);
        if (!cell.isEmpty() && !keys.contains(List.of(cell))) {
          findings.add(
              new Finding(
                  Finding.Severity.ERROR,
                  name + ".csv",
                  Integer.toString(i + 1),
                  column,
                  cell,
                  null,
                  String.format(Locale.ROOT, "has no row in %s.csv", target)));
        }
      }
    }
  }
}
