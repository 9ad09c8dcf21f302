package org.noisemark.datasets;

/** What is found in a file, as messages show it: in one line, and no longer than is read. */
public final class Shown {
  private static final int MOST = 200;

  private Shown() {}

  /** Returns the text without control characters, cut after {@value #MOST} characters. */
  public static String of(Object found) {
    String text = String.valueOf(found).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
