package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Folders;
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
    Path recomputed = Files.createTempDirectory("noisemark-verify");
    try {
      List<String> files = Reports.of(records, Prices.read(directory)).write(recomputed, directory);
      JsonNode description = Json.tree(Files.readAllBytes(recomputed.resolve(PACKAGE)));
      var findings = new ArrayList<Finding>();
      for (String file : files) {
        findings.addAll(check(directory, recomputed, file, primaryKey(description, file)));
      }
      return findings;
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error("", "nothing can be recomputed: " + e.getMessage()));
    } finally {
      Folders.delete(recomputed);
    }
  }

  private static List<Finding> check(
      Path directory, Path recomputed, String file, List<String> primaryKey) throws IOException {
    Path stored = directory.resolve(file);
    if (!Files.isRegularFile(stored)) {
      return List.of(Finding.error(file, "is missing; 'noisemark report' writes it"));
    }
    return Files.mismatch(stored, recomputed.resolve(file)) < 0
        ? List.of()
        : Differences.of(
            file,
            Files.readAllBytes(stored),
            Files.readAllBytes(recomputed.resolve(file)),
            primaryKey);
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
