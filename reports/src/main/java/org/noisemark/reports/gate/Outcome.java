package org.noisemark.reports.gate;

import java.util.Locale;

/**
 * How a gate ends, the gravest first: of several findings the first of these says the exit code. A
 * fault that was shown in what could be compared stays one whatever else is missing, so it comes
 * before what stands in the way of a judgement; and only what is complete and comparable can be
 * inconclusive.
 */
public enum Outcome {
  /** Less accurate than the margin allows, diverged, or too good to be true. */
  QUALITY(3),
  /** Another number of gradient evaluations, FLOPs …; slower, if times are compared. */
  COST(4),
  /** Runs that are missing, unreadable, failed, doubled, or not numbers. */
  INVALID(6),
  /** Runs of another suite, version, engine, device, precision, setting, or machine for times. */
  INCOMPARABLE(7),
  /** Too few seeds for the differences between them. */
  INCONCLUSIVE(5),
  PASS(0);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** In lower case, as it stands in files; lost accuracy is "regressed". */
  public String label() {
    return this == QUALITY ? "regressed" : name().toLowerCase(Locale.ROOT);
  }
}
