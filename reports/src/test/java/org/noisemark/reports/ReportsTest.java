package org.noisemark.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.tables.CsvFile;

@Tag("slow")
public class ReportsTest {
  public static final List<String> FILES =
      List.of(
          "runs.csv",
          "curves.csv",
          "leaderboard.csv",
          "equal_gradient_evaluations.csv",
          "robustness.csv",
          "aggregate.csv",
          "cost_to_target.csv",
          "timing.csv",
          "cost.csv",
          "versus_reference.csv",
          "environments.csv",
          "summary.json",
          "summary.md",
          "index.html",
          "cells.sha256",
          "croissant.json",
          "datapackage.json");

  @TempDir Path directory;

  /** Two noises, three methods, nine seeds, one run diverged. */
  public static List<RunRecord> suite() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(5);
    var records = new ArrayList<RunRecord>();
    for (long seed = 1; seed <= 9; seed++) {
      for (String optimizer : List.of("sgd", "sam", "psam")) {
        records.add(Fixture.run(optimizer, seed, random.nextDouble()).noise("clean", 0).record());
        records.add(Fixture.run(optimizer, seed, random.nextDouble()).record());
      }
    }
    records.set(3, Fixture.failed("sam", 1, Status.DIVERGED).record());
    return records;
  }

  @Test
  void anyOrderGivesTheSameBytes() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    Reports.of(suite()).write(first);
    List<RunRecord> shuffled = shuffled(suite());
    Reports.of(shuffled).write(second);
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
    }
    assertEquals(Reports.of(suite()).leaderboardText(), Reports.of(shuffled).leaderboardText());
  }

  @Test
  void recordsReadBackGiveTheSameBytes() throws IOException {
    for (RunRecord record : suite()) {
      RunRecords.write(directory, record);
    }
    Path derived = directory.resolve("derived");
    Reports.of(suite()).write(derived);
    Reports.of(RunRecords.readAll(List.of(directory))).write(directory);
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(derived.resolve(file)),
          Files.readAllBytes(directory.resolve(file)),
          file);
    }
  }

  @Test
  void writesNothingButItsFilesAndReplacesStaleOnes() throws IOException {
    Files.writeString(directory.resolve("runs.csv"), "stale");
    Reports.of(suite()).write(directory);
    assertTrue(Files.readString(directory.resolve("runs.csv")).startsWith("suite_version,"));
    try (var files = Files.list(directory)) {
      assertEquals(
          FILES.stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "tr-TR", "de-DE"})
  void numbersDoNotChangeWithTheLocale(String language) throws IOException {
    Path plain = directory.resolve("plain");
    Path translated = directory.resolve("translated");
    Reports.of(suite()).write(plain);
    String text = Reports.of(suite()).leaderboardText();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      Reports.of(suite()).write(translated);
      assertEquals(text, Reports.of(suite()).leaderboardText());
    } finally {
      Locale.setDefault(before);
    }
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(plain.resolve(file)),
          Files.readAllBytes(translated.resolve(file)),
          file);
    }
    String mean =
        CsvFile.read(translated.resolve("leaderboard.csv"))
            .rows()
            .get(0)
            .get("test_accuracy_final_mean_ratio");
    assertTrue(Double.parseDouble(mean) > 0);
  }

  @Test
  void refusesTwoMajorVersions() {
    var mixed = new ArrayList<>(suite());
    mixed.add(Fixture.run("sgd", 1, 0.5).version("2.0.0").record());
    String message =
        assertThrows(IllegalArgumentException.class, () -> Reports.of(mixed).write(directory))
            .getMessage();
    assertTrue(message.contains("1.0.0") && message.contains("2.0.0"), message);
    assertFalse(message.contains("\n"));
    var minor = new ArrayList<>(suite());
    minor.add(Fixture.run("sgd", 1, 0.5).version("1.10.0").record());
    assertTrue(Reports.of(minor).leaderboardText().contains("test 1.0.0, test 1.10.0"));
  }

  @Test
  void refusesNoRecordsAndOneCellTwice() {
    assertThrows(IllegalArgumentException.class, () -> Reports.of(List.of()).write(directory));
    var twice = new ArrayList<>(suite());
    twice.add(suite().get(0));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Reports.of(twice).leaderboardText())
            .getMessage();
    assertTrue(message.contains(twice.get(0).runId()), message);
  }

  private static List<RunRecord> shuffled(List<RunRecord> records) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(11);
    var shuffled = new ArrayList<RunRecord>();
    for (RunRecord record : records) {
      shuffled.add(random.nextInt(shuffled.size() + 1), record);
    }
    return shuffled;
  }
}
