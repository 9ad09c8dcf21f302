package org.noisemark.reports.verify;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.noisemark.reports.tables.Csv;
import tools.jackson.databind.JsonNode;

/** One table against its Table Schema: columns, types, constraints, primary key. */
final class TableCheck {
  private final String file;
  private final Csv csv;
  private final List<Finding> findings = new ArrayList<>();

  private TableCheck(String file, Csv csv) {
    this.file = file;
    this.csv = csv;
  }

  static List<Finding> of(String file, Csv csv, JsonNode schema) {
    var check = new TableCheck(file, csv);
    List<JsonNode> fields = schema.path("fields").valueStream().toList();
    List<String> names = fields.stream().map(field -> field.path("name").stringValue("")).toList();
    if (!names.equals(csv.header())) {
      return List.of(
          new Finding(
              Finding.Severity.ERROR,
              file,
              "",
              "header",
              String.join(",", csv.header()),
              String.join(",", names),
              "has other columns than datapackage.json describes"));
    }
    fields.forEach(check::column);
    List<String> key = schema.path("primaryKey").valueStream().map(JsonNode::stringValue).toList();
    if (csv.header().containsAll(key)) {
      check.distinct(key, "is twice in the primary key");
    }
    return check.findings;
  }

  private void column(JsonNode field) {
    String name = field.path("name").stringValue("");
    JsonNode constraints = field.path("constraints");
    for (int i = 0; i < csv.rows().size(); i++) {
      String cell = csv.rows().get(i).get(name);
      int row = i;
      problem(cell, field.path("type").stringValue("string"), constraints)
          .ifPresent(problem -> findings.add(finding(row, name, cell, problem)));
    }
    if (constraints.path("unique").booleanValue(false)) {
      distinct(List.of(name), "is twice in a column of unique values");
    }
  }

  private static Optional<String> problem(String cell, String type, JsonNode constraints) {
    if (cell.isEmpty()) {
      return constraints.path("required").booleanValue(false)
          ? Optional.of("must not be empty")
          : Optional.empty();
    }
    if (!isOf(type, cell)) {
      return Optional.of("is not of type " + type);
    }
    if (constraints.has("minimum") && number(cell) < constraints.get("minimum").doubleValue()) {
      return Optional.of("is below the minimum " + constraints.get("minimum"));
    }
    if (constraints.has("maximum") && number(cell) > constraints.get("maximum").doubleValue()) {
      return Optional.of("is above the maximum " + constraints.get("maximum"));
    }
    if (constraints.has("pattern") && !cell.matches(constraints.get("pattern").stringValue())) {
      return Optional.of("does not match " + constraints.get("pattern").stringValue());
    }
    if (constraints.has("enum")
        && constraints.get("enum").valueStream().noneMatch(v -> v.stringValue("").equals(cell))) {
      return Optional.of("is none of " + constraints.get("enum"));
    }
    return Optional.empty();
  }

  private static boolean isOf(String type, String cell) {
    return switch (type) {
      case "integer" -> cell.matches("-?\\d+");
      case "number" ->
          cell.matches("NaN|-?INF|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"); // as Table Schema has them
      case "boolean" -> cell.matches("true|false");
      case "datetime" -> isInstant(cell);
      default -> true;
    };
  }

  private static boolean isInstant(String cell) {
    try {
      Instant.parse(cell);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static double number(String cell) {
    return Double.parseDouble(cell.replace("INF", "Infinity"));
  }

  private void distinct(List<String> columns, String problem) {
    var seen = new HashSet<String>();
    for (int i = 0; i < csv.rows().size(); i++) {
      String key = columns.stream().map(csv.rows().get(i)::get).collect(joining(", "));
      if (!seen.add(key)) {
        findings.add(finding(i, String.join(", ", columns), key, problem));
      }
    }
  }

  private Finding finding(int row, String column, String cell, String problem) {
    return new Finding(
        Finding.Severity.ERROR, file, Integer.toString(row + 1), column, cell, null, problem);
  }
}
