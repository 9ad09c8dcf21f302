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

/** Derived files against those that are recomputed, byte for byte. */
public final class DerivedFiles {
  private static final String PACKAGE = "datapackage.json";

  private DerivedFiles() {}

  /**
   * @param records no cell twice
   */
  static List<Finding> check(Path directory, List<RunRecord> records) throws IOException {
    Path recomputed = Files.createTempDirectory("noisemark-verify");
    try {
      List<String> files = Reports.of(records, Prices.read(directory)).write(recomputed, directory);
      return check(directory, recomputed, files, "noisemark report");
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error("", "nothing can be recomputed: " + e.getMessage()));
    } finally {
      Folders.delete(recomputed);
    }
  }

  /**
   * Holds files against the same files recomputed.
   *
   * @param files names of those in both folders, a data package that tells keys of tables among
   *     them
   * @param writer the command that writes one that is missing
   */
  public static List<Finding> check(
      Path directory, Path recomputed, List<String> files, String writer) throws IOException {
    JsonNode description = Json.tree(Files.readAllBytes(recomputed.resolve(PACKAGE)));
    var findings = new ArrayList<Finding>();
    for (String file : files) {
      findings.addAll(
          Files.isRegularFile(directory.resolve(file))
              ? check(directory, recomputed, file, primaryKey(description, file))
              : List.of(Finding.error(file, "is missing; '" + writer + "' writes it")));
    }
    return findings;
  }

  private static List<Finding> check(
      Path directory, Path recomputed, String file, List<String> primaryKey) throws IOException {
    Path stored = directory.resolve(file);
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
