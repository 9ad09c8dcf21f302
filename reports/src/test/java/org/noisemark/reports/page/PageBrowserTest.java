package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.Reports;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people use it, in Chromium: two data sets, one of a malicious name, three noises. */
@Tag("slow")
class PageBrowserTest {
  private static final String EVIL = "<b>&\"";
  private static final int SETTINGS = 4;
  private static final int LEVELS = 3;

  @TempDir static Path directory;
  private static Path page;
  private static Path small;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(directory.resolve("profile"));
    page =
        write(
            "results",
            new PageFixture(
                List.of("squares", EVIL),
                List.of("mlp", "cnn"),
                Map.of("clean", List.of(0.0), "pairflip@1", List.of(0.2, 0.4)),
                2,
                6,
                true));
    small =
        write(
            "small",
            new PageFixture(
                List.of("squares"),
                List.of("mlp"),
                Map.of("clean", List.of(0.0), "pairflip@1", List.of(0.4)),
                2,
                6,
                false));
  }

  private static Path write(String name, PageFixture suite) throws IOException {
    Reports.of(suite.records()).write(directory.resolve(name));
    return directory.resolve(name).resolve("index.html");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.open(page, 1280, "light");
  }

  @AfterEach
  void nothingIsFetchedAndNothingComplained() {
    browser.assertQuiet();
  }

  @Test
  void namesFromRecordsAreTextAndNothingElse() {
    assertEquals(List.of(), browser.all("b"));
    assertTrue(browser.find("#leaderboard").getText().contains(EVIL));
  }

  @Test
  void aHeadingSortsItsColumnBothWaysWithinEachNoise() {
    WebElement table = browser.find("#leaderboard .ranks");
    WebElement heading = table.findElements(By.cssSelector("th")).get(5);
    for (boolean descending : List.of(true, false)) {
      browser.click(heading.findElement(By.tagName("button")));
      assertEquals(descending ? "descending" : "ascending", heading.getDomAttribute("aria-sort"));
      List<WebElement> bodies = table.findElements(By.tagName("tbody"));
      assertEquals(LEVELS, bodies.size());
      for (WebElement body : bodies) {
        List<Double> values =
            body.findElements(By.cssSelector("tr:not(.level) > :nth-child(6)")).stream()
                .map(cell -> Double.valueOf(cell.getDomAttribute("data-v")))
                .toList();
        Comparator<Double> order = Comparator.naturalOrder();
        assertEquals(5, values.size());
        assertEquals(
            values.stream().sorted(descending ? order.reversed() : order).toList(), values);
        assertTrue(values.stream().distinct().count() > 1);
      }
    }
  }

  @Test
  void namesAreSortedAsWords() {
    WebElement table = browser.find("#cost table");
    WebElement heading = table.findElement(By.cssSelector("tr:nth-child(2) > th"));
    browser.click(heading.findElement(By.tagName("button")));
    browser.click(heading.findElement(By.tagName("button")));
    assertEquals(
        PageFixture.OPTIMIZERS.stream().sorted(Comparator.reverseOrder()).toList(),
        table.findElements(By.cssSelector("tbody th")).stream().map(WebElement::getText).toList());
  }

  @Test
  void filtersLeaveWhatWasChosen() {
    assertEquals(SETTINGS, browser.shown("#leaderboard .block").size());
    browser.choose("dataset", EVIL);
    assertEquals(2, browser.shown("#leaderboard .block").size());
    browser.choose("network", "cnn");
    for (String part : List.of("leaderboard", "noise", "pareto", "cost", "curves")) {
      assertEquals(
          List.of(EVIL + "/cnn"),
          browser.shown("#" + part + " .block").stream()
              .map(
                  block ->
                      block.getDomAttribute("data-dataset")
                          + "/"
                          + block.getDomAttribute("data-network"))
              .toList(),
          part);
    }
    assertEquals("1 of 4 settings", browser.find("#filtered").getText());
    browser.choose("dataset", "");
    assertEquals(2, browser.shown("#leaderboard .block").size());
  }

  @Test
  void aNoiseLeavesItsRowsColumnsChartsAndMatrix() {
    browser.choose("noise", "1");
    assertEquals(SETTINGS, browser.shown("#leaderboard .ranks tbody").size());
    assertEquals("pairflip 0.2", browser.shown(".ranks tr.level span").get(0).getText());
    assertEquals(SETTINGS, browser.shown("#pareto .chart").size());
    assertEquals(SETTINGS * 5, browser.shown("#curves .chart").size());
    assertEquals(2, browser.shown("#labels table").size());
    assertEquals(
        2,
        browser
            .shown("#leaderboard table:not(.ranks)")
            .get(0)
            .findElements(By.cssSelector("th[scope=col]"))
            .stream()
            .filter(WebElement::isDisplayed)
            .count());
  }

  @Test
  void theSwitchShowsAnotherCostAndSaysWhatWasNotMeasured() {
    assertEquals(SETTINGS * LEVELS, browser.shown("#pareto .chart").size());
    assertTrue(browser.shown("#pareto .chart").get(0).getText().contains("Gradient evaluations"));
    for (String kind : List.of("seconds", "joules")) {
      browser.click(browser.find("label[for=cost-" + kind + "]"));
      List<WebElement> charts = browser.shown("#pareto .chart");
      assertEquals(SETTINGS * LEVELS, charts.size());
      assertTrue(charts.get(0).getText().toLowerCase(java.util.Locale.ROOT).contains(kind));
    }
    WebElement money = browser.find("#cost-money");
    assertFalse(money.isEnabled());
    assertEquals(
        "Money: no price file was given, or it prices what was not measured.",
        browser.find("#" + money.getDomAttribute("aria-describedby")).getText().strip());
  }

  @Test
  void aNumberOpensItsRuns() {
    WebElement row = browser.find("#leaderboard .ranks tbody:nth-of-type(2) tr.top");
    String optimizer = row.findElement(By.tagName("th")).getText();
    browser.click(row.findElement(By.cssSelector(".open")));
    assertTrue(browser.find("#details").isDisplayed());
    assertEquals(optimizer + ", pairflip 0.2: 2 runs", browser.find("#details-heading").getText());
    List<WebElement> runs = browser.all("#details tbody tr");
    assertEquals(2, runs.size());
    double mean = 0;
    for (WebElement run : runs) {
      List<String> cells =
          run.findElements(By.tagName("td")).stream().map(WebElement::getText).toList();
      String link = run.findElement(By.tagName("a")).getDomAttribute("href");
      assertEquals("cells/" + cells.get(0) + ".json", link);
      assertEquals(optimizer, cells.get(1));
      assertEquals("ok", cells.get(5));
      mean += Double.parseDouble(cells.get(6)) / 2;
      assertEquals("0123456789", cells.get(7));
      assertTrue(cells.get(9).startsWith("2026-11-22 10:00:0"), cells.get(9));
    }
    double shown = Double.parseDouble(row.findElement(By.cssSelector(".open")).getText());
    assertEquals(shown, mean, 0.011);
    assertTrue(
        browser.find("#details").getText().contains("\"rho\":0.05") || optimizer.equals("sgd"));
    browser.find("#details").sendKeys(Keys.ESCAPE);
    assertFalse(browser.find("#details").isDisplayed());
  }

  @Test
  void aCostOpensTheRunsOfEveryNoise() {
    browser.click(browser.find("#cost .block .scroll:last-of-type .open"));
    List<WebElement> runs = browser.all("#details tbody tr");
    assertEquals(LEVELS * 2, runs.size());
    assertEquals("asam, 3 noises: 6 runs", browser.find("#details-heading").getText());
  }

  @Test
  void aDifferenceOpensTheRunsOfBothMethods() {
    WebElement row = browser.find("#leaderboard .ranks tbody:nth-of-type(2) tr:last-of-type");
    String optimizer = row.findElement(By.tagName("th")).getText();
    WebElement difference = row.findElement(By.cssSelector("td:nth-of-type(4) .open"));
    double shown = Double.parseDouble(difference.getText().replace('−', '-'));
    browser.click(difference);
    assertTrue(
        browser.find("#details-heading").getText().endsWith(", pairflip 0.2: 4 runs"),
        browser.find("#details-heading").getText());
    double own = 0;
    double best = 0;
    for (WebElement run : browser.all("#details tbody tr")) {
      List<String> cells =
          run.findElements(By.tagName("td")).stream().map(WebElement::getText).toList();
      if (cells.get(1).equals(optimizer)) {
        own += Double.parseDouble(cells.get(6)) / 2;
      } else {
        best += Double.parseDouble(cells.get(6)) / 2;
      }
    }
    assertTrue(own > 0 && best > own, own + " and " + best);
    assertEquals(shown, own - best, 0.021);
  }

  @Test
  void everyFurtherBoardOpensTheRunsOfARow() {
    for (String board : List.of("equal-cost", "robustness", "cost-to-target")) {
      List<WebElement> rows = browser.all("#" + board + " tbody tr");
      assertFalse(rows.isEmpty(), board);
      for (WebElement row : rows) {
        assertFalse(row.findElements(By.cssSelector("button.open")).isEmpty(), board);
      }
      WebElement number = rows.get(0).findElement(By.cssSelector("button.open"));
      for (WebElement folded :
          number.findElements(By.xpath("ancestor::details[not(@open)]/summary"))) {
        browser.click(folded);
      }
      browser.click(number);
      assertTrue(browser.find("#details-heading").getText().startsWith("asam, "), board);
      browser.find("#details").sendKeys(Keys.ESCAPE);
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,light", "1280,dark", "390,light", "390,dark"})
  void everyoneCanUseIt(int width, String scheme) throws IOException {
    browser.open(small, width, scheme);
    unfold();
    assertEquals(List.of(), browser.barriers("body"));
    browser.click(browser.find("#leaderboard .open"));
    assertEquals(List.of(), browser.barriers("#details"));
  }

  /** A check that finds nothing wrong in anything would pass as well. */
  @Test
  void theCheckFindsWhatIsWrong() throws IOException {
    browser.open(small, 1280, "light");
    browser.script("document.querySelector('#filters label').remove()");
    assertTrue(
        browser.barriers("#filters").stream().anyMatch(one -> one.startsWith("select-name")));
  }

  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void nothingSticksOutSideways(int width) {
    browser.open(page, width, "light");
    unfold();
    assertEquals(
        browser.script("return document.documentElement.clientWidth"),
        browser.script("return document.documentElement.scrollWidth"));
  }

  private static void unfold() {
    browser.script("document.querySelectorAll('details').forEach(one => { one.open = true; })");
  }
}
