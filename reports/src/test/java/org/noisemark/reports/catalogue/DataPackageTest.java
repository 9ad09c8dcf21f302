package org.noisemark.reports.catalogue;

import static java.util.Comparator.naturalOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.HistoryReport;
import org.noisemark.reports.Reports;
import org.noisemark.reports.ReportsTest;
import org.noisemark.reports.records.CommitFixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.tables.CsvFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads datapackage.json as a stranger would, and holds every file to what it says. */
@Tag("slow")
class DataPackageTest {
  @TempDir Path directory;
  private JsonNode description;

  @BeforeEach
  void write() throws IOException {
    Reports.of(ReportsTest.suite()).write(directory);
    read();
  }

  private void read() throws IOException {
    description =
        new JsonMapper().readTree(Files.readAllBytes(directory.resolve("datapackage.json")));
  }

  @Test
  void aHistoryIsDescribedLikewise() throws IOException {
    directory = directory.resolve("history");
    HistoryReport.of(CommitFixture.commits()).write(directory);
    read();
    assertEquals(2, tables().size());
    fieldsAreTheColumnsAndEveryCellKeepsItsTypeAndConstraints();
    primaryKeysAreUniqueAndForeignKeysHold();
    assertEquals("environments", reference("history"));
  }

  @Test
  void namesEveryFileWithItsSizeAndHash() throws IOException {
    assertEquals(
        "https://datapackage.org/profiles/2.0/datapackage.json",
        description.get("$schema").stringValue());
    Set<String> paths = new HashSet<>();
    for (JsonNode resource : description.get("resources")) {
      if (resource.get("path").isArray()) {
        continue; // the run records
      }
      Path file = directory.resolve(resource.get("path").stringValue());
      paths.add(resource.get("path").stringValue());
      assertEquals(Files.size(file), resource.get("bytes").longValue());
      assertEquals(
          "sha256:" + DigestUtils.sha256Hex(Files.readAllBytes(file)),
          resource.get("hash").stringValue());
    }
    paths.add("datapackage.json");
    assertEquals(Set.copyOf(ReportsTest.FILES), paths);
  }

  @Test
  void fieldsAreTheColumnsAndEveryCellKeepsItsTypeAndConstraints() throws IOException {
    for (JsonNode resource : tables()) {
      CsvFile csv = csv(resource);
      List<JsonNode> fields = list(resource.get("schema").get("fields"));
      assertEquals(csv.header(), fields.stream().map(f -> f.get("name").stringValue()).toList());
      assertFalse(csv.rows().isEmpty(), "an empty table is not written");
      for (JsonNode field : fields) {
        for (CSVRecord row : csv.rows()) {
          checkCell(resource.get("path").stringValue(), field, row);
        }
        assertFalse(field.get("description").stringValue().isBlank());
      }
    }
  }

  @Test
  void saysWhatCataloguesAskFor() {
    assertEquals("Apache-2.0", description.get("licenses").get(0).get("name").stringValue());
    assertEquals("creator", description.get("contributors").get(0).get("roles").get(0).asString());
    assertEquals("squares", description.get("sources").get(0).get("title").stringValue());
    assertTrue(description.get("keywords").size() > 0);
    assertTrue(description.get("description").stringValue().contains("54 runs"));
    assertEquals(
        ReportsTest.suite().stream().map(RunRecord::startedAt).max(naturalOrder()).orElseThrow(),
        Instant.parse(description.get("created").stringValue()));
  }

  @Test
  void namesEveryRunRecord() {
    JsonNode cells =
        list(description.get("resources")).stream()
            .filter(resource -> resource.get("name").stringValue().equals("cells"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        ReportsTest.suite().stream().map(run -> "cells/" + run.runId() + ".json").sorted().toList(),
        list(cells.get("path")).stream().map(JsonNode::stringValue).toList());
  }

  private static void checkCell(String file, JsonNode field, CSVRecord row) {
    String name = field.get("name").stringValue();
    String cell = row.get(name);
    String where = file + " " + name + " " + cell;
    JsonNode constraints = field.path("constraints");
    if (cell.isEmpty()) {
      assertFalse(constraints.path("required").booleanValue(false), where);
      return;
    }
    String type = field.get("type").stringValue();
    switch (type) {
      case "integer" -> Long.parseLong(cell);
      case "number" -> Double.parseDouble(cell.replace("INF", "Infinity"));
      case "boolean" -> assertTrue(Set.of("true", "false").contains(cell), where);
      case "datetime" -> Instant.parse(cell);
      default -> assertEquals("string", type);
    }
    if (constraints.has("minimum")) {
      assertTrue(Double.parseDouble(cell) >= constraints.get("minimum").doubleValue(), where);
    }
    if (constraints.has("maximum")) {
      assertTrue(Double.parseDouble(cell) <= constraints.get("maximum").doubleValue(), where);
    }
    if (constraints.has("pattern")) {
      assertTrue(cell.matches(constraints.get("pattern").stringValue()), where);
    }
    if (constraints.has("enum")) {
      assertTrue(
          list(constraints.get("enum")).stream().anyMatch(v -> v.stringValue().equals(cell)),
          where);
    }
  }

  @Test
  void primaryKeysAreUniqueAndForeignKeysHold() throws IOException {
    for (JsonNode resource : tables()) {
      JsonNode schema = resource.get("schema");
      boolean primary = schema.has("primaryKey");
      List<String> key =
          list(schema.get(primary ? "primaryKey" : DataPackage.ROW_KEY)).stream()
              .map(JsonNode::stringValue)
              .toList();
      for (JsonNode field : schema.get("fields")) {
        assertTrue(
            !primary
                || !key.contains(field.get("name").stringValue())
                || field.path("constraints").path("required").asBoolean(),
            "no field of a primary key may be empty: " + field.get("name"));
      }
      CsvFile csv = csv(resource);
      assertEquals(
          csv.rows().size(),
          csv.rows().stream().map(row -> key.stream().map(row::get).toList()).distinct().count(),
          resource.get("path").stringValue());
      for (JsonNode foreign : schema.path("foreignKeys")) {
        String column = foreign.get("fields").get(0).stringValue();
        JsonNode reference = foreign.get("reference");
        Set<String> targets =
            CsvFile.read(directory.resolve(reference.get("resource").stringValue() + ".csv"))
                .rows()
                .stream()
                .map(row -> row.get(reference.get("fields").get(0).stringValue()))
                .collect(Collectors.toSet());
        csv.rows().forEach(row -> assertTrue(targets.contains(row.get(column)), column));
      }
    }
  }

  @Test
  void runsReferToEnvironmentsAndCurvesToRuns() {
    assertEquals("environments", reference("runs"));
    assertEquals("runs", reference("curves"));
  }

  private String reference(String table) {
    return tables().stream()
        .filter(resource -> resource.get("name").stringValue().equals(table))
        .map(r -> r.get("schema").get("foreignKeys").get(0).get("reference").get("resource"))
        .findFirst()
        .orElseThrow()
        .stringValue();
  }

  private List<JsonNode> tables() {
    return list(description.get("resources")).stream().filter(r -> r.has("schema")).toList();
  }

  private CsvFile csv(JsonNode resource) throws IOException {
    return CsvFile.read(directory.resolve(resource.get("path").stringValue()));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
