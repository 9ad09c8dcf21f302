package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.Reports;
import org.noisemark.reports.RunRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
      files = Reports.files(records, directory);
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error("", "nothing can be recomputed: " + e.getMessage()));
    }
    JsonNode description = JsonMapper.shared().readTree(files.get(PACKAGE));
    var findings = new ArrayList<Finding>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path stored = directory.resolve(file.getKey());
      if (!Files.isRegularFile(stored)) {
        findings.add(Finding.error(file.getKey(), "is missing; 'noisemark report' writes it"));
      } else {
        byte[] bytes = Files.readAllBytes(stored);
        if (!Arrays.equals(bytes, file.getValue())) {
          findings.addAll(differences(file.getKey(), bytes, file.getValue(), description));
        }
      }
    }
    return findings;
  }

  private static List<Finding> differences(
      String file, byte[] stored, byte[] recomputed, JsonNode description) {
    List<Finding> found;
    if (file.endsWith(".csv")) {
      found = CsvDifference.of(file, stored, recomputed, primaryKey(description, file));
    } else if (file.endsWith(".json")) {
      found = JsonDifference.of(file, stored, recomputed);
    } else {
      found = TextDifference.of(file, stored, recomputed);
    }
    return found.isEmpty()
        ? List.of(
            Finding.error(
                file,
                "says the recomputed values in other bytes: was it saved by" + " another program?"))
        : found;
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
