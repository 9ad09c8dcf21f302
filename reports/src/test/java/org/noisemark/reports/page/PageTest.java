package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.results.About;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as text: what stands in it, how often, and what must not. */
@Tag("slow")
class PageTest {
  @TempDir Path directory;

  private String page(PageFixture suite) throws IOException {
    Reports.of(suite.records()).write(directory);
    return Files.readString(directory.resolve("index.html"));
  }

  private static PageFixture suite(String dataset, int seeds, boolean energy) {
    return new PageFixture(List.of(dataset), List.of("mlp"), PageFixture.SIX, seeds, 9, energy);
  }

  @Test
  void holdsAChartAPanelAndARowForEachOfThem() throws IOException {
    String page = page(suite("squares", 2, true));
    int levels = 6;
    int optimizers = 5;
    // Accuracy and difference to SGD for two kinds of noise; three costs and a panel a method.
    assertEquals(2 * 2 + levels * (3 + optimizers), count(page, "<svg class=\"chart\""));
    assertEquals(levels * optimizers, count(page, "<svg class=\"mini "));
    assertEquals(levels, count(page, "<tr class=\"level\""));
    assertEquals(levels - 1, count(page, "<table class=\"matrix\""));
    // Where labels are flipped, all of them memorise.
    assertEquals((levels - 1) * optimizers, count(page, "<line class=\"onset\""));
    assertEquals(levels * 3, count(page, "<path class=\"front\""));
  }

  @Test
  void everyChartHasATitleADescriptionAndATable() throws IOException {
    String page = page(suite("squares", 2, false));
    Set<String> ids = new HashSet<>();
    for (String id : all(page, "\\bid=\"([^\"]*)\"")) {
      assertTrue(ids.add(id), id);
    }
    for (String named : all(page, "aria-(?:labelledby|describedby)=\"([^\"]*)\"")) {
      assertTrue(ids.contains(named), named);
    }
    assertEquals(
        count(page, "<svg class=\"chart\""),
        all(page, "<svg class=\"chart\"[^>]*><title [^>]*>[^<]+</title><desc [^>]*>[^<]+</desc>")
            .size());
    String charts = page.substring(page.indexOf("id=\"noise\""), page.indexOf("id=\"cost\""));
    assertEquals(count(charts, "<svg class=\"chart\""), count(charts, "<details>"));
  }

  @Test
  void fetchesNothing() throws IOException {
    String page = page(suite("squares", 1, false));
    // Names of vocabularies and of the licence, which are not fetched.
    String names = "https://schema.org|http://www.w3.org/2000/svg|" + About.LICENCE_URL;
    assertFalse(page.replaceAll(names, "").matches("(?s).*https?:.*"), "an address");
    assertEquals(0, all(page, "\\s(src|srcset|action|poster)=").size());
    assertEquals(0, all(page, "<(img|iframe|object|base)\\b").size());
    assertEquals(1, all(page, "<link rel=\"icon\" href=\"data:[^>]*>").size());
    assertEquals(1, count(page, "<link"));
    assertEquals(0, all(page, "url\\(|@import").size());
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertTrue(
        all(page, "href=\"([^\"]*)\"").stream()
            .allMatch(href -> href.matches("#.*|data:.*|[a-z]+\\.(csv|md|sha256|json)")));
  }

  @Test
  void leadsToItsTablesAndDescribesItselfForSearchEngines() throws IOException {
    String page = page(suite("squares", 1, false));
    for (String file :
        List.of(
            "leaderboard.csv", "runs.csv", "cells.sha256", "datapackage.json", "croissant.json")) {
      assertEquals(1, count(page, "href=\"" + file + "\""), file);
    }
    String described = all(page, "<script type=\"application/ld\\+json\">(.*?)</script>").get(0);
    var dataset = JsonMapper.shared().readTree(described);
    assertEquals("Dataset", dataset.get("@type").stringValue());
    assertTrue(dataset.get("description").stringValue().contains("under label noise"));
    assertEquals(5, dataset.get("distribution").size());
    assertEquals(1, count(page, "<meta name=\"description\""));
  }

  @Test
  void aNameCannotBreakOut() throws IOException {
    String evil = "<b>&\"'</script><script>alert(1)</script>";
    String page = page(suite(evil, 2, false));
    assertFalse(page.contains("<b>"));
    assertFalse(page.contains("<script>alert"));
    assertEquals(3, count(page, "</script>"));
    assertTrue(page.contains("&lt;b&gt;&amp;&quot;&#39;&lt;/script&gt;"));
    assertTrue(runs(page).get("texts").toString().contains("alert(1)"));
  }

  /** A number leads to the runs it was made of; a difference and a multiple to two methods'. */
  @Test
  void everyNumberNamesRunsThatAreThere() throws IOException {
    PageFixture suite = suite("squares", 3, false);
    String page = page(suite);
    JsonNode runs = runs(page);
    assertEquals(suite.records().size(), runs.get("id").size());
    assertEquals(
        suite.records().stream().map(run -> run.runId()).collect(Collectors.toSet()),
        StreamSupport.stream(runs.get("id").spliterator(), false)
            .map(JsonNode::stringValue)
            .collect(Collectors.toSet()));
    Set<String> ranges = Set.copyOf(all(page, "data-runs=\"([^\"]*)\""));
    for (String range : ranges) {
      int[] bounds = Stream.of(range.split(" ")).mapToInt(Integer::parseInt).toArray();
      int size = 0;
      int before = -1;
      for (int i = 0; i < bounds.length; i += 2) {
        assertTrue(before < bounds[i] && bounds[i] < bounds[i + 1], range);
        before = bounds[i + 1];
        size += bounds[i + 1] - bounds[i];
      }
      assertTrue(before <= suite.records().size(), range);
      assertTrue(size > 0 && size % 3 == 0, range);
    }
    // The first optimizer's runs under each noise, and with another's.
    List<String> own = IntStream.range(0, 6).mapToObj(i -> 3 * i + " " + (3 * i + 3)).toList();
    assertTrue(ranges.containsAll(own), ranges.toString());
    assertTrue(ranges.contains("0 3 72 75"), "of asam and sgd on clean labels");
    assertTrue(ranges.contains("0 18 72 90"), "of asam and sgd, all noises");
  }

  @Test
  void listsTheFurtherBoardsRowByRow() throws IOException {
    String page = page(suite("squares", 2, false));
    String boards = page.substring(page.indexOf("id=\"boards\""), page.indexOf("id=\"machines\""));
    int levels = 6;
    int optimizers = 5;
    int equalCost = 3 * levels; // SAM, ASAM and F-SAM
    int robustness = 2 * optimizers; // two kinds of noise
    int costToTarget = 2 * levels * optimizers; // two targets
    int beyondAccuracy = levels * optimizers;
    assertEquals(
        equalCost + robustness + beyondAccuracy + costToTarget + optimizers, // times and memory
        count(boards, "<tr data-dataset="));
    assertEquals(optimizers, count(boards, "<tr data-network=")); // all noises at once
    assertTrue(boards.contains("None of the "));
  }

  @Test
  void oneSeedHasNoIntervalsAndStillAPage() throws IOException {
    String page = page(suite("squares", 1, false));
    assertEquals(0, count(page, "class=\"whisker\""));
    assertTrue(page.contains("too few common seeds to tell any two apart"));
    assertFalse(page.contains("NaN"));
  }

  @Test
  void longCurvesAreThinnedInTheirTableAndSaySo() throws IOException {
    String page =
        page(new PageFixture(List.of("squares"), List.of("mlp"), PageFixture.SIX, 1, 200, false));
    String curves = page.substring(page.indexOf("id=\"curves\""), page.indexOf("id=\"labels\""));
    assertEquals(6 * 5 * 12, count(curves, "<tr data-runs=\""));
    assertEquals(6, count(curves, "curves.csv holds all"));
    assertEquals(6 * 5, count(curves, "<span>200</span>"));
  }

  /** 2,400 runs of 30 epochs. */
  @Test
  void thousandsOfRunsStaySmall() throws IOException {
    var suite =
        new PageFixture(
            List.of("squares", "circles"), List.of("mlp", "cnn"), PageFixture.SIX, 20, 30, true);
    String page = page(suite);
    assertEquals(2400, runs(page).get("id").size());
    assertTrue(page.length() < 6_000_000, page.length() + " characters");
  }

  private static JsonNode runs(String page) {
    String start = "<script type=\"application/json\" id=\"runs\">";
    int from = page.indexOf(start) + start.length();
    return new JsonMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(Math.min(1, found.groupCount())))
        .toList();
  }
}
