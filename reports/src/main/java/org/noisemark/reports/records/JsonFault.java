package org.noisemark.reports.records;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON file, in one line: where, what was expected, what was got. */
final class JsonFault {
  private JsonFault() {}

  /** Of what cannot be parsed. */
  static String message(JacksonException e) {
    var at = e.getLocation();
    if (e instanceof UnexpectedEndOfInputException) {
      return String.format(Locale.ROOT, "cut short: the file ends within line %d", at.getLineNr());
    }
    return e instanceof MismatchedInputException
        ? "something follows the end of the JSON"
        : String.format(
            Locale.ROOT,
            "not valid JSON (line %d, column %d): %s",
            at.getLineNr(),
            at.getColumnNr(),
            oneLine(e));
  }

  /** Of what was parsed, and is no record of its type. */
  static String message(JacksonException e, JsonNode tree) {
    var path = new StringBuilder();
    JsonNode got = tree;
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
        got = got.path(step.getIndex());
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        got = got.path(step.getPropertyName());
      }
    }
    String expected = e instanceof MismatchedInputException mismatch ? expected(mismatch) : "";
    String message =
        e instanceof ValueInstantiationException refused
            ? refused.getCause().getMessage()
            : got.isMissingNode() || expected.isEmpty()
                ? oneLine(e)
                : String.format(Locale.ROOT, "expected %s, got %s", expected, got);
    return path.isEmpty() ? message : String.format(Locale.ROOT, "field \"%s\": %s", path, message);
  }

  /** Empty where the exception says more than the type does. */
  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == Double.class || type == double.class) {
      return "a number";
    } else if (type == Integer.class
        || type == int.class
        || type == Long.class
        || type == long.class) {
      return "a whole number";
    } else if (type == String.class) {
      return "text";
    } else if (type != null && Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type != null && (type.isRecord() || Map.class.isAssignableFrom(type)) ? "an object" : "";
  }

  private static String oneLine(JacksonException e) {
    return e.getOriginalMessage()
        .replaceFirst("^Missing creator property .*", "missing")
        .replaceAll("\\(but (could|might) if .*|\\s+", " ")
        .strip();
  }
}
