package org.noisemark.suite.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.harness.Tiny;

@Tag("slow")
class TuningTest {
  private static final String SUITE =
      Tiny.SUITE
          .replace("datasets:", "tuning: true\ndatasets:")
          .replace("rho: 0.1", "learning_rate: [1e300, 0.05, 1e-6]");

  @TempDir Path directory;

  @Test
  void ranksCombinationsByValidationAccuracy() throws IOException {
    Tiny.run(Tiny.plan(SUITE), directory);

    String text = Tuning.csv(RunRecords.readAll(List.of(directory)));
    var psam =
        rows(text).stream()
            .filter(row -> row.get("optimizer").equals("psam"))
            .filter(row -> row.get("noise").equals("clean"))
            .toList();
    assertEquals(List.of("1", "2", "3"), psam.stream().map(row -> row.get("rank")).toList());
    assertTrue(psam.get(0).get("hyperparameters_json").contains("\"learning_rate\":0.05"));
    assertEquals("2", psam.get(0).get("runs_total"));
    // What diverged counts as guessing one of ten classes.
    var diverged =
        psam.stream()
            .filter(row -> row.get("hyperparameters_json").contains("E300"))
            .findFirst()
            .orElseThrow();
    assertEquals("0.1", diverged.get("validation_accuracy_final_mean_ratio"));
  }

  @Test
  void meansAreThoseOfTheCurves() throws IOException {
    Tiny.run(Tiny.plan(SUITE), directory);
    var records = RunRecords.readAll(List.of(directory));

    double sgd =
        records.stream()
            .filter(record -> record.cell().optimizer().name().equals("sgd"))
            .mapToDouble(record -> record.curve().get(2).validationAccuracy())
            .average()
            .orElseThrow();
    var row =
        rows(Tuning.csv(records)).stream()
            .filter(r -> r.get("optimizer").equals("sgd") && r.get("noise").equals(Tuning.ALL))
            .findFirst()
            .orElseThrow();
    assertEquals(sgd, Double.parseDouble(row.get("validation_accuracy_final_mean_ratio")), 1e-12);
    assertEquals("4", row.get("runs_total"));
    var reversed = new ArrayList<>(records);
    Collections.reverse(reversed);
    assertEquals(Tuning.csv(records), Tuning.csv(reversed));
  }

  private static List<CSVRecord> rows(String text) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }
}
