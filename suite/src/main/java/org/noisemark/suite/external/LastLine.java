package org.noisemark.suite.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what a program says to people, however much it is, and keeps the last line of it. */
final class LastLine {
  private static final int KEPT_BYTES = 4096;
  private static final int SHOWN_CHARACTERS = 300;

  private final byte[] tail = new byte[KEPT_BYTES];
  private long read;

  /** Reads to the end; on a thread of its own, so that the program never waits for a reader. */
  void drain(InputStream in) {
    var buffer = new byte[KEPT_BYTES];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        add(buffer, count);
      }
    } catch (IOException e) {
      // The process was ended.
    }
  }

  private synchronized void add(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      tail[(int) (read++ % KEPT_BYTES)] = bytes[i];
    }
  }

  /** Returns the last line with something in it, shortened; empty if there was none. */
  synchronized String text() {
    int length = (int) Math.min(read, KEPT_BYTES);
    var ordered = new byte[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = tail[(int) ((read - length + i) % KEPT_BYTES)];
    }
    List<String> lines =
        new String(ordered, StandardCharsets.UTF_8)
            .lines()
            .map(LastLine::printable)
            .filter(line -> !line.isEmpty())
            .toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** Returns a text without what a terminal would obey, of a length that a person reads. */
  static String printable(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
