package org.noisemark.reports.gate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A gate's report as JUnit XML: a test suite a check, in it a test case a cell, and one for what
 * concerns all cells. What was found fails a case; a cell that could not be compared is an error.
 */
final class GateJunit {
  private static final String ALL = "all cells";

  private final GateReport report;
  private final XMLStreamWriter xml;

  private GateJunit(GateReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static byte[] of(GateReport report) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new GateJunit(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "noisemark gate");
    attribute("tests", total((check, name) -> true));
    attribute("failures", total(this::isFailed));
    attribute("errors", total(this::isError));
    attribute("skipped", total((check, name) -> isSkipped(check)));
    xml.writeAttribute(
        "time", seconds(report.time().stream().mapToDouble(Comparison::candidate).sum()));
    for (Check check : Check.values()) {
      suite(check);
    }
    line();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void suite(Check check) throws XMLStreamException {
    List<String> names = names(check);
    line();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "gate." + check.label());
    attribute("tests", names.size());
    attribute("failures", names.stream().filter(name -> isFailed(check, name)).count());
    attribute("errors", names.stream().filter(name -> isError(check, name)).count());
    attribute("skipped", isSkipped(check) ? names.size() : 0);
    xml.writeAttribute("time", seconds(names.stream().mapToDouble(n -> time(check, n)).sum()));
    if (report.candidate().latestStart().isPresent()) {
      xml.writeAttribute("timestamp", report.candidate().latestStart().get().toString());
    }
    properties();
    for (String name : names) {
      testCase(check, name);
    }
    line();
    xml.writeEndElement();
  }

  private void properties() throws XMLStreamException {
    var properties = new LinkedHashMap<String, String>();
    properties.put("suite", report.candidate().suites());
    properties.put("engine", report.candidate().engines());
    properties.put("baseline_commits", report.baseline().commits());
    properties.put("candidate_commits", report.candidate().commits());
    line();
    xml.writeStartElement("properties");
    for (var property : properties.entrySet()) {
      line();
      xml.writeEmptyElement("property");
      xml.writeAttribute("name", property.getKey());
      xml.writeAttribute("value", legal(property.getValue()));
    }
    line();
    xml.writeEndElement();
  }

  /** The mean training time of the candidate's cell; 0 where it is no cell or not known. */
  private double time(Check check, String name) {
    return check != Check.TIME
        ? 0
        : report.time().stream()
            .filter(comparison -> comparison.cell().equals(name))
            .mapToDouble(Comparison::candidate)
            .findFirst()
            .orElse(0);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private long total(BiPredicate<Check, String> counted) {
    return Stream.of(Check.values())
        .mapToLong(check -> names(check).stream().filter(name -> counted.test(check, name)).count())
        .sum();
  }

  private boolean isFailed(Check check, String name) {
    return !problems(check, name).isEmpty();
  }

  private List<String> names(Check check) {
    var names = new LinkedHashSet<String>();
    if (check != Check.INPUT && check != Check.SETTINGS) {
      names.addAll(report.cells());
    }
    names.add(ALL);
    return new ArrayList<>(names);
  }

  private void testCase(Check check, String name) throws XMLStreamException {
    line();
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "gate." + check.label());
    xml.writeAttribute("name", legal(name));
    xml.writeAttribute("time", seconds(time(check, name)));
    List<Finding> problems = problems(check, name);
    if (isError(check, name)) {
      line();
      xml.writeEmptyElement("error");
      xml.writeAttribute("type", "not compared");
      xml.writeAttribute(
          "message", "the cell could not be compared, see gate.input, gate.settings");
    } else if (!problems.isEmpty()) {
      line();
      xml.writeStartElement("failure");
      xml.writeAttribute("type", problems.get(0).outcome().label());
      xml.writeAttribute("message", legal(problems.get(0).message()));
      for (Finding problem : problems) {
        xml.writeCharacters("\n" + legal(problem.message()));
      }
      xml.writeEndElement();
    } else if (isSkipped(check)) {
      line();
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", "for information: " + GateText.time(report));
    }
    line();
    xml.writeEndElement();
  }

  private List<Finding> problems(Check check, String name) {
    return report.problems().stream()
        .filter(finding -> finding.check() == check && where(finding, check).equals(name))
        .toList();
  }

  private String where(Finding finding, Check check) {
    return names(check).contains(finding.cell()) ? finding.cell() : ALL;
  }

  /** Whether a cell has a check of its own, and nothing to be checked. */
  private boolean isError(Check check, String name) {
    return check != Check.INPUT
        && check != Check.SETTINGS
        && !isSkipped(check)
        && problems(check, name).isEmpty()
        && (name.equals(ALL)
            ? report.quality().isEmpty()
            : report.quality().stream().noneMatch(quality -> quality.cell().equals(name)));
  }

  private boolean isSkipped(Check check) {
    return check == Check.TIME && !report.timeCompared();
  }

  private void attribute(String name, long value) throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(value));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /** XML has no control characters, not even escaped. */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }
}
