package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.Reports;

/** What of the page fits into a window, a telephone and a sheet of paper, in Chromium. */
@Tag("slow")
class PageLayoutTest {
  /** As long as the longest that ship. */
  private static final String NOISE = "asymmetric-fashion-mnist@1";

  @TempDir static Path directory;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(directory.resolve("profile"));
    var suite =
        new PageFixture(
            List.of("squares"), List.of("mlp"), Map.of(NOISE, List.of(0.4)), 2, 6, false);
    Reports.of(suite.records()).write(directory.resolve("results"));
    page = directory.resolve("results").resolve("index.html");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1100, 768, 390, 320})
  void theRunsBehindANumberFitInWhole(int width) {
    browser.open(page, width, "light");
    browser.click(browser.find("#leaderboard .open"));
    assertEquals(
        List.of(),
        browser.script(
            "const inside = document.querySelector('#details').getBoundingClientRect();"
                + "return Array.from(document.querySelectorAll('#details td'))"
                + ".filter(cell => cell.getBoundingClientRect().right > inside.right"
                + " || cell.scrollWidth > cell.clientWidth)"
                + ".map(cell => cell.textContent)"));
    assertEquals(20, browser.shown("#details td").size());
  }

  @Test
  void onATelephoneEachCellSaysWhatItIs() {
    browser.open(page, 390, "light");
    browser.click(browser.find("#leaderboard .open"));
    assertEquals(
        "\"Accuracy, %\"",
        browser.script(
            "const cell = document.querySelectorAll('#details td')[6];"
                + "const said = getComputedStyle(cell, '::before').content;"
                + "return said === 'attr(data-heading)' ? `\"${cell.dataset.heading}\"` : said"));
    browser.script("document.querySelector('#details').scrollTop = 1e6");
    assertTrue(
        (Boolean)
            browser.script(
                "const box = document.querySelector('#details .close').getBoundingClientRect();"
                    + "return box.top >= 0 && box.bottom <= innerHeight"));
  }

  @Test
  void onPaperALegendStaysInOnePiece() {
    browser.open(page, 1280, "light");
    browser.print();
    assertEquals(
        List.of("avoid"),
        browser.script(
            "return Array.from(new Set(Array.from(document.querySelectorAll('.legend, .legend li'),"
                + " one => getComputedStyle(one).breakInside)))"));
  }
}
