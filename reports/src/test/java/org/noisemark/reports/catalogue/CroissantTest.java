package org.noisemark.reports.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.ReportsTest;
import org.noisemark.reports.tables.CsvFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads croissant.json by the rules of Croissant 1.0. */
@Tag("slow")
class CroissantTest {
  /** The atomic types of the specification. */
  private static final Set<String> TYPES =
      Set.of("sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:DateTime");

  @TempDir Path directory;
  private JsonNode dataset;

  @BeforeEach
  void write() throws IOException {
    Reports.of(ReportsTest.suite()).write(directory);
    dataset = JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve("croissant.json")));
  }

  @Test
  void hasWhatTheSpecificationRequires() {
    assertEquals("sc:Dataset", dataset.get("@type").stringValue());
    assertEquals("http://mlcommons.org/croissant/1.0", dataset.get("conformsTo").stringValue());
    JsonNode context = dataset.get("@context");
    assertEquals("dct:conformsTo", context.get("conformsTo").stringValue());
    assertEquals("http://mlcommons.org/croissant/", context.get("cr").stringValue());
    assertEquals("https://schema.org/", context.get("@vocab").stringValue());
    for (String required :
        List.of("name", "description", "license", "url", "creator", "datePublished")) {
      assertFalse(dataset.path(required).isMissingNode(), required);
    }
    assertTrue(dataset.get("datePublished").stringValue().matches("\\d{4}-\\d{2}-\\d{2}"));
  }

  @Test
  void namesEveryFileWithItsDigest() throws IOException {
    var expected = new TreeSet<>(ReportsTest.FILES);
    expected.removeAll(List.of("croissant.json", "datapackage.json"));
    var paths = new TreeSet<String>();
    for (JsonNode file : dataset.get("distribution")) {
      if (file.get("@type").stringValue().equals("cr:FileSet")) {
        assertEquals("cells/*.json", file.get("includes").stringValue());
        continue;
      }
      String path = file.get("contentUrl").stringValue();
      byte[] bytes = Files.readAllBytes(directory.resolve(path));
      assertEquals(DigestUtils.sha256Hex(bytes), file.get("sha256").stringValue(), path);
      assertEquals(bytes.length + " B", file.get("contentSize").stringValue(), path);
      assertTrue(file.get("encodingFormat").stringValue().contains("/"), path);
      paths.add(path);
    }
    assertEquals(expected, paths);
  }

  @Test
  void eachFieldIsAColumnAndEachReferenceLeadsToOne() throws IOException {
    var ids = new HashSet<String>();
    dataset.get("distribution").forEach(file -> assertTrue(ids.add(id(file)), id(file)));
    for (JsonNode table : dataset.get("recordSet")) {
      assertTrue(ids.add(id(table)), id(table));
      CsvFile csv = CsvFile.read(directory.resolve(id(table) + ".csv"));
      assertEquals(
          csv.header(),
          table.get("field").valueStream().map(field -> field.get("name").stringValue()).toList());
      for (JsonNode field : table.get("field")) {
        assertTrue(ids.add(id(field)), id(field));
        assertTrue(TYPES.contains(field.get("dataType").stringValue()), id(field));
        JsonNode source = field.get("source");
        assertEquals(id(table) + ".csv", id(source.get("fileObject")));
        assertEquals(field.get("name"), source.get("extract").get("column"));
      }
    }
    for (JsonNode table : dataset.get("recordSet")) {
      table.path("key").forEach(key -> assertTrue(ids.contains(id(key)), id(key)));
      for (JsonNode field : table.get("field")) {
        if (field.has("references")) {
          assertTrue(ids.contains(id(field.get("references"))), id(field));
        }
      }
    }
  }

  private static String id(JsonNode node) {
    return node.get("@id").stringValue();
  }
}
