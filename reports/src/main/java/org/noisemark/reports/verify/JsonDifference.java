package org.noisemark.reports.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.noisemark.reports.records.Json;
import tools.jackson.databind.JsonNode;

/** Where two JSON files differ: path, both values. */
final class JsonDifference {
  private JsonDifference() {}

  static List<Finding> of(String file, byte[] stored, byte[] recomputed) {
    var findings = new ArrayList<Finding>();
    try {
      compare(file, "", Json.tree(stored), Json.tree(recomputed), findings);
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error(file, e.getMessage()));
    }
    return findings;
  }

  private static void compare(
      String file, String path, JsonNode stored, JsonNode recomputed, List<Finding> findings) {
    if (stored.isObject() && recomputed.isObject()) {
      var names = new TreeSet<>(stored.propertyNames());
      names.addAll(recomputed.propertyNames());
      for (String name : names) {
        compare(file, path + "/" + name, stored.path(name), recomputed.path(name), findings);
      }
    } else if (stored.isArray() && recomputed.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), recomputed.size()); i++) {
        compare(file, path + "/" + i, stored.path(i), recomputed.path(i), findings);
      }
    } else if (!stored.equals(recomputed)) {
      findings.add(
          new Finding(
              Finding.Severity.ERROR,
              file,
              "",
              path,
              text(stored),
              text(recomputed),
              "differs from what is recomputed"));
    }
  }

  /** Null for what is not there. */
  private static String text(JsonNode node) {
    return node.isMissingNode() ? null : node.isString() ? node.stringValue() : node.toString();
  }
}
