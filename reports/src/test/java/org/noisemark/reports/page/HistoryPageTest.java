package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.HistoryReport;
import org.noisemark.reports.records.CommitFixture;
import org.noisemark.reports.records.CommitRecords;
import org.openqa.selenium.WebElement;

/** The page of a history, in Chromium. */
@Tag("slow")
class HistoryPageTest {
  @TempDir Path folder;

  @Test
  void marksEachStepInItsChartAndListsItTheNewestFirst() throws IOException {
    try (var browser = Browser.start(folder.resolve("profile"))) {
      browser.open(write(CommitFixture.commits()), 1280, "light");
      assertEquals(
          List.of("d4d4d4d", "d4d4d4d", "c3c3c3c"),
          browser.all("#steps tbody th").stream().map(WebElement::getText).toList());
      for (String section : List.of("accuracy", "time", "gradient-evaluations")) {
        assertEquals(1, browser.all("#" + section + " .ring").size(), section);
        assertEquals(8, browser.all("#" + section + " .point").size(), section);
      }
      assertEquals(4, browser.all("#commits tbody tr").size());
      for (String scheme : List.of("light", "dark")) {
        for (int width : new int[] {1280, 390}) {
          browser.open(folder.resolve("index.html"), width, scheme);
          assertEquals(
              true,
              browser.script("return document.documentElement.scrollWidth <= window.innerWidth"),
              width + " pixels");
        }
        assertEquals(List.of(), browser.barriers("main"), scheme);
      }
      browser.assertQuiet();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fewCommitsAreAPageToo(int commits) throws IOException {
    try (var browser = Browser.start(folder.resolve("profile"))) {
      browser.open(write(CommitFixture.commits().subList(0, commits)), 1280, "light");
      assertEquals(
          commits == 1
              ? "Nothing is compared yet: no two commits trained the same."
              : "None among 2 comparisons.",
          browser.find("#steps p").getText());
      browser.assertQuiet();
    }
  }

  private Path write(List<CommitRecords> commits) throws IOException {
    HistoryReport.of(commits).write(folder);
    return folder.resolve("index.html");
  }
}
