package org.noisemark.reports.boards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.tables.CsvFile;
import org.noisemark.reports.tables.PublishedTable;

@Tag("slow")
class PublishedTest {
  @TempDir Path directory;

  private static RunRecord on(RunRecord record, String dataset, String network) {
    return Edited.with(record, Map.of("cell.dataset.name", dataset, "cell.network.name", network));
  }

  /** SAM's paper, table 4: ResNet-32 on CIFAR-10 with 80 % noise, SGD 26.2 %, SAM 77.9 %. */
  @Test
  void standsBesideOurRowOfTheSameOptimizer() throws IOException {
    List<CSVRecord> rows =
        csv(
            on(
                Fixture.run("sam", 1, 0.5).noise("symmetric-exclusive@1", 0.8).record(),
                "cifar-10",
                "resnet32"),
            on(
                Fixture.run("sam", 2, 0.75).noise("symmetric-exclusive@1", 0.8).record(),
                "cifar-10",
                "resnet32"));
    CSVRecord sam = only(rows, "SAM", "Table 4");
    assertEquals("0.779", sam.get("published_test_accuracy_ratio"));
    assertEquals("not stated", sam.get("published_reporting"));
    assertEquals("0.05", sam.get("published_rho"));
    assertEquals("sam", sam.get("optimizer"));
    assertEquals("0.625", sam.get("test_accuracy_final_mean_ratio"));
    assertEquals("2", sam.get("seeds"));
    assertTrue(sam.get("published_protocol").contains("200 epochs"));
    assertTrue(sam.get("differences").contains("ours: 2 epochs"));
    assertTrue(sam.get("differences").contains("which epoch is not stated"));
    CSVRecord sgd = only(rows, "SGD", "Table 4");
    assertEquals("0.262", sgd.get("published_test_accuracy_ratio"));
    assertEquals("", sgd.get("optimizer"), "we have not run it");
    assertEquals("", sgd.get("test_accuracy_final_mean_ratio"));
    // ASAM's paper reports the maximum over training: 68.35 % where SAM's paper has 26.2 %.
    CSVRecord kwon = only(rows, "SGD", "Table 6");
    assertEquals("0.6835", kwon.get("published_test_accuracy_ratio"));
    assertEquals("maximum over training", kwon.get("published_reporting"));
    assertEquals("0.85", kwon.get("published_spread"));
    assertTrue(kwon.get("differences").contains("chosen on the test set"));
    String summary = Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("Measured by others, not here"), summary);
    assertTrue(summary.contains("| 77.90 | 62.50 | 62.50 |"), summary);
  }

  @Test
  void anErrorBecomesAnAccuracyAndAValidationErrorIsNone() throws IOException {
    List<CSVRecord> rows =
        csv(on(Fixture.run("sam", 1, 0.5).noise("clean", 0).record(), "cifar-10", "wrn-28-10"));
    assertTrue(
        rows.stream().anyMatch(row -> row.get("published_test_accuracy_ratio").equals("0.979")),
        "2.1 % error");
    assertTrue(
        PublishedResult.all().stream().noneMatch(result -> result.table().equals("Table 8")));
    assertEquals(179, PublishedResult.all().size());
    PublishedResult.all()
        .forEach(result -> assertTrue(result.accuracy() > 0 && result.accuracy() < 1));
  }

  @Test
  void whatPapersCallSymmetricMayBeEitherConvention() throws IOException {
    for (String noise : List.of("symmetric-exclusive@1", "symmetric-inclusive@1")) {
      List<CSVRecord> rows =
          csv(on(Fixture.run("sgd", 1, 0.5).noise(noise, 0.4).record(), "cifar-10", "resnet32"));
      assertTrue(!rows.isEmpty());
      assertTrue(rows.get(0).get("differences").contains("may keep the true class is not stated"));
    }
    assertEquals(
        0,
        csv(on(
                Fixture.run("sgd", 1, 0.5).noise("pairflip@1", 0.4).record(),
                "cifar-10",
                "resnet32"))
            .size());
  }

  @Test
  void aNetworkIsKnownByItsSettings() throws IOException {
    var record = Fixture.run("sgd", 1, 0.5).noise("symmetric-exclusive@1", 0.3).record();
    assertEquals(0, csv(on(record, "cifar-10", "resnet18")).size());
    var normalized =
        Edited.with(
            record,
            Map.of(
                "cell.dataset.name",
                "cifar-10",
                "cell.network.name",
                "resnet18",
                "cell.network.hyperparameters",
                Map.of("normalization", "layer")));
    CSVRecord sgd = only(csv(normalized), "SGD", "not stated");
    assertEquals("0.5248", sgd.get("published_test_accuracy_ratio"));
    assertEquals("best or early-stopped epoch", sgd.get("published_reporting"));
  }

  @Test
  void whereNothingMatchesTheSummarySaysSo() throws IOException {
    assertEquals(0, csv(Fixture.run("sgd", 1, 0.5).record()).size());
    String summary = Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("None of the 179 published test accuracies"), summary);
  }

  /** Every network and noise of the file at once: the primary key has to hold. */
  @Test
  void noRowStandsTwice() throws IOException {
    var records = new ArrayList<RunRecord>();
    for (String dataset : List.of("cifar-10", "cifar-100")) {
      for (String network : List.of("resnet18", "resnet32", "resnet50", "wrn-16-8", "wrn-28-10")) {
        for (double rate : new double[] {0, 0.2, 0.4, 0.6, 0.8}) {
          RunRecord run =
              Fixture.run("sam", 1, 0.5)
                  .noise(rate == 0 ? "clean" : "symmetric-inclusive@1", rate)
                  .record();
          String id =
              DigestUtils.sha256Hex((dataset + network + rate).getBytes(UTF_8)).substring(0, 16);
          records.add(Edited.with(on(run, dataset, network), Map.of("run_id", id)));
        }
      }
    }
    List<CSVRecord> rows = csv(records.toArray(RunRecord[]::new));
    assertTrue(rows.size() > 100);
    var keys = new HashSet<List<String>>();
    for (CSVRecord row : rows) {
      assertTrue(
          keys.add(PublishedTable.TABLE.primaryKey().stream().map(row::get).toList()),
          row.toString());
    }
  }

  private static CSVRecord only(List<CSVRecord> rows, String method, String table) {
    List<CSVRecord> found =
        rows.stream()
            .filter(row -> row.get("published_method").equals(method))
            .filter(row -> row.get("published_table").equals(table))
            .toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  private List<CSVRecord> csv(RunRecord... records) throws IOException {
    Reports.of(List.of(records)).write(directory);
    Path file = directory.resolve("published.csv"); // not written where it has no row
    return Files.exists(file) ? CsvFile.read(file).rows() : List.of();
  }
}
