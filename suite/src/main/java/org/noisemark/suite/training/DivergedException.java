package org.noisemark.suite.training;

/** A loss or a parameter is NaN or infinite. */
final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(String message) {
    super(message);
  }
}
