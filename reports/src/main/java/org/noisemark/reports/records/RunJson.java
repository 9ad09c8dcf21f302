package org.noisemark.reports.records;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The JSON form of a run record. */
public final class RunJson {
  private RunJson() {}

  /**
   * Reads strictly, as {@link Json#read} does.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, and with which field
   */
  public static RunRecord read(byte[] bytes) {
    JsonNode tree = Json.tree(bytes);
    JsonNode format = tree.path("format");
    if (!format.isInt()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "field \"format\" is missing; a run record of format %d was expected",
              RunRecord.FORMAT));
    }
    if (format.intValue() != RunRecord.FORMAT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "format version %d, but this program reads version %d",
              format.intValue(),
              RunRecord.FORMAT));
    }
    return Json.value(tree, RunRecord.class);
  }
}
