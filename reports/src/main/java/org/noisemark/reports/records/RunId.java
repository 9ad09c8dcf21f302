package org.noisemark.reports.records;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The name of a run: a hash of all that was asked for, so that a changed setting is another run and
 * an unchanged one is never trained twice. It begins with a letter, since hex digits with one "e"
 * are a number to a spreadsheet.
 */
public final class RunId {
  /** What a run id looks like. */
  static final String PATTERN = "r[0-9a-f]{16}";

  private static final int DIGITS = 16;

  private RunId() {}

  /**
   * Returns "r" and the first {@value #DIGITS} hex digits of the SHA-256 of the cell without the
   * references of its suite and the places of its data and labels, as {@linkplain Json#canonical
   * canonical} JSON in UTF-8.
   */
  public static String of(Cell cell) {
    byte[] canonical = Json.canonical(cell.identity()).getBytes(StandardCharsets.UTF_8);
    return "r" + DigestUtils.sha256Hex(canonical).substring(0, DIGITS);
  }
}
