package org.noisemark.cli.session;

/** Durations for people, in the two largest units. */
public final class HumanTime {
  private HumanTime() {}

  /** Returns "1 h 5 min", "3 min 20 s" or "12 s". */
  public static String of(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      long minutes = Math.round(whole / 60.0);
      return minutes / 60 + " h " + minutes % 60 + " min";
    }
    return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : whole + " s";
  }
}
