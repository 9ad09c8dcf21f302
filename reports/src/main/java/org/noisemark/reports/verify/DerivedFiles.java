package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Prices;
import tools.jackson.databind.JsonNode;

/** Every derived file against the one that the records give, byte for byte. */
final class DerivedFiles {
  private static final String PACKAGE = "datapackage.json";

  private DerivedFiles() {}

  /**
   * @param records no cell twice
   */
  static List<Finding> check(Path directory, List<RunRecord> records) throws IOException {
    Map<String, byte[]> files;
    try {
      files = Reports.of(records, Prices.read(directory)).files(directory);
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error("", "nothing can be recomputed: " + e.getMessage()));
    }
    JsonNode description = Json.tree(files.get(PACKAGE));
    var findings = new ArrayList<Finding>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path stored = directory.resolve(file.getKey());
      if (!Files.isRegularFile(stored)) {
        findings.add(Finding.error(file.getKey(), "is missing; 'noisemark report' writes it"));
      } else {
        findings.addAll(
            Differences.of(
                file.getKey(),
                Files.readAllBytes(stored),
                file.getValue(),
                primaryKey(description, file.getKey())));
      }
    }
    return findings;
  }

  private static List<String> primaryKey(JsonNode description, String file) {
    for (JsonNode resource : description.path("resources")) {
      if (resource.path("path").stringValue("").equals(file)) {
        return resource
            .path("schema")
            .path("primaryKey")
            .valueStream()
            .map(JsonNode::stringValue)
            .toList();
      }
    }
    return List.of();
  }
}
