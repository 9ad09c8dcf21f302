package org.noisemark.reports.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.noisemark.reports.gate.Results.baseline;
import static org.noisemark.reports.gate.Results.each;
import static org.noisemark.reports.gate.Results.edited;
import static org.noisemark.reports.gate.Results.gate;
import static org.noisemark.reports.gate.Results.with;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.records.RunRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** A gate's report, parsed back from each of its forms. */
class GateFormatsTest {
  private static final String CELL = "squares, symmetric-exclusive 0.2, mlp, sgd";

  @Test
  void junitHasACaseForEachCellAndCheck() throws Exception {
    Document xml = parse(gate(baseline()).junit());
    List<Element> suites = elements(xml, "testsuite");
    assertEquals(Check.values().length, suites.size());
    for (Element suite : suites) {
      String name = suite.getAttribute("name");
      boolean forCells = !List.of("gate.input", "gate.settings").contains(name);
      int cases = suite.getElementsByTagName("testcase").getLength();
      assertEquals(forCells ? Results.CELLS + 1 : 1, cases, name);
      assertEquals(Integer.toString(cases), suite.getAttribute("tests"));
    }
    assertEquals(List.of(), elements(xml, "failure"));
    assertEquals(List.of(), elements(xml, "error"));
    assertEquals(Results.CELLS + 1, elements(xml, "skipped").size()); // times, not asked for
  }

  @Test
  void junitHasTimesTotalsAndPropertiesForDashboards() throws Exception {
    Document xml = parse(gate(baseline()).junit());
    Element all = xml.getDocumentElement();
    List<Element> cases = elements(xml, "testcase");
    assertEquals(Integer.toString(cases.size()), all.getAttribute("tests"));
    assertEquals("0", all.getAttribute("failures"));
    for (Element each : cases) {
      assertTrue(Double.parseDouble(each.getAttribute("time")) >= 0, each.getAttribute("name"));
    }
    for (Element suite : elements(xml, "testsuite")) {
      assertTrue(suite.getAttribute("timestamp").matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z"));
    }
    assertEquals(
        4 * Check.values().length, elements(xml, "property").size(), "suite, engine, two commits");
  }

  /** The summary of a job is several files, one behind the other. */
  @Test
  void markdownEndsItsHtmlBlock() {
    String markdown = new String(gate(baseline()).markdown(), UTF_8);
    assertTrue(markdown.endsWith("</details>\n\n"), markdown);
  }

  @Test
  void junitFailsTheCasesThatWereFound() throws Exception {
    List<RunRecord> candidate = with(0, run -> edited(run, "/cost/samples", 1));
    candidate.remove(19);
    candidate.replaceAll(run -> Planted.accuracy(run, -0.3));
    Document xml = parse(gate(candidate).junit());
    assertEquals("cost", failure(xml, "gate.counters", CELL).getAttribute("type"));
    assertEquals("regressed", failure(xml, "gate.quality", CELL).getAttribute("type"));
    Element input = failure(xml, "gate.input", "all cells");
    assertEquals("invalid", input.getAttribute("type"));
    assertTrue(input.getTextContent().contains("lacks seed 5"), input.getTextContent());
    for (Element suite : elements(xml, "testsuite")) {
      for (String kind : List.of("failure", "error", "skipped")) {
        String attribute = kind.equals("skipped") ? kind : kind + "s";
        assertEquals(
            Integer.toString(suite.getElementsByTagName(kind).getLength()),
            suite.getAttribute(attribute),
            suite.getAttribute("name") + " " + kind);
      }
    }
  }

  /** A cell that was not compared must not look as if it had passed. */
  @Test
  void junitHasNoPassForWhatWasNotCompared() throws Exception {
    Document xml = parse(gate(each(run -> edited(run, "/cell/engine/name", "libtorch"))).junit());
    assertEquals(
        4 * (Results.CELLS + 1), elements(xml, "error").size(), "quality, alarm, noise, counters");
    assertEquals(1, elements(xml, "failure").size());
  }

  @Test
  void textFromRecordsBreaksNoFormat() throws Exception {
    String nasty = "<&\"'|*_`\uFFFF]]> x y";
    List<RunRecord> candidate = each(run -> edited(run, "/environment/cpu_model", nasty));
    GateReport report = Gate.of(baseline(), candidate, Results.RULES, true);
    Document xml = parse(report.junit());
    String message = elements(xml, "failure").get(0).getAttribute("message");
    assertTrue(message.contains("<&\"'|*_`?]]> x y"), message);
    String markdown = new String(report.markdown(), UTF_8);
    assertTrue(markdown.contains("&lt;&amp;\"'|\\*\\_\\`"), markdown);
    assertFalse(markdown.contains("<&"), markdown);
    JsonMapper.shared().readTree(report.json());
  }

  @Test
  void jsonHasEveryComparisonAndFinding() {
    var candidate = new ArrayList<>(Planted.jittered(baseline(), 0.002));
    candidate.set(0, edited(candidate.get(0), "/cost/samples", 1));
    GateReport report = gate(candidate);
    var json = JsonMapper.shared().readTree(report.json());
    assertEquals("cost", json.at("/outcome").asString());
    assertEquals(4, json.at("/exit_code").asInt());
    assertEquals(Results.CELLS, json.at("/cells").size());
    assertEquals(Results.CELLS + 1, json.at("/quality").size());
    var first = json.at("/quality/0");
    assertEquals(CELL.replace("sgd", "sam"), first.at("/cell").asString());
    assertEquals(5, first.at("/seeds").asInt());
    assertEquals(0.0004, first.at("/difference_mean").asDouble(), 1e-12); // three up, two down
    assertEquals("counters", json.at("/findings/0/check").asString());
    assertEquals(0.01, json.at("/rules/margins/test_accuracy_final_ratio").asDouble());
  }

  @Test
  void textAndMarkdownSayTheOutcomeAndTheFindings() {
    GateReport report = gate(with(0, run -> edited(run, "/cost/samples", 1)));
    assertTrue(report.text().endsWith("\ngate: cost (exit code 4)\n"), report.text());
    assertTrue(report.text().contains("found: counters: " + CELL + ": samples_total is 1"));
    String markdown = new String(report.markdown(), UTF_8);
    assertTrue(markdown.startsWith("## noisemark gate: cost (exit code 4)\n"), markdown);
    assertTrue(markdown.contains("samples\\_total is 1"), markdown);
  }

  @Test
  void theSameResultsGiveTheSameBytes() {
    List<RunRecord> shuffled = new ArrayList<>(baseline());
    java.util.Collections.reverse(shuffled);
    assertArrayEquals(gate(baseline()).json(), gate(shuffled).json());
    assertArrayEquals(gate(baseline()).junit(), gate(shuffled).junit());
  }

  private static Element failure(Document xml, String suite, String name) {
    return elements(xml, "testcase").stream()
        .filter(e -> e.getAttribute("classname").equals(suite))
        .filter(e -> e.getAttribute("name").equals(name))
        .map(e -> (Element) e.getElementsByTagName("failure").item(0))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> elements(Document xml, String name) {
    var nodes = xml.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parse(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }
}
