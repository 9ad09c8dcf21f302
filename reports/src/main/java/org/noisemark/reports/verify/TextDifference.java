package org.noisemark.reports.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where two texts differ: number of the line, both lines. */
final class TextDifference {
  /** Beyond it a line more tells no more. */
  private static final int LINES_SHOWN = 10;

  private static final int CHARACTERS_SHOWN = 200;

  private TextDifference() {}

  static List<Finding> of(String file, byte[] stored, byte[] recomputed) {
    String[] storedLines = new String(stored, StandardCharsets.UTF_8).split("\n", -1);
    String[] lines = new String(recomputed, StandardCharsets.UTF_8).split("\n", -1);
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < Math.max(storedLines.length, lines.length); i++) {
      String storedLine = i < storedLines.length ? storedLines[i] : null;
      String line = i < lines.length ? lines[i] : null;
      if (line == null || !line.equals(storedLine)) {
        findings.add(
            new Finding(
                Finding.Severity.ERROR,
                file,
                Integer.toString(i + 1),
                "",
                around(storedLine, line),
                around(line, storedLine),
                "differs from what is recomputed"));
      }
    }
    if (findings.size() > LINES_SHOWN) {
      int left = findings.size() - LINES_SHOWN;
      findings.subList(LINES_SHOWN, findings.size()).clear();
      findings.add(
          Finding.error(file, String.format(Locale.ROOT, "differs in %d more lines", left)));
    }
    return findings;
  }

  /** The part of a long line where it begins to differ from another. */
  private static String around(String line, String other) {
    if (line == null || line.length() <= CHARACTERS_SHOWN) {
      return line;
    }
    int same = 0;
    while (other != null
        && same < Math.min(line.length(), other.length())
        && line.charAt(same) == other.charAt(same)) {
      same++;
    }
    int start = Math.max(0, Math.min(same, line.length() - 1) - CHARACTERS_SHOWN / 4);
    return "…" + line.substring(start, Math.min(line.length(), start + CHARACTERS_SHOWN)) + "…";
  }
}
