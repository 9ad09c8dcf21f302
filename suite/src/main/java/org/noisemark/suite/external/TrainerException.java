package org.noisemark.suite.external;

import java.io.IOException;

/** A program that trains did not do what the protocol says; one line says what. */
public final class TrainerException extends IOException {
  private static final long serialVersionUID = 1L;

  public TrainerException(String message) {
    super(message);
  }

  TrainerException(String message, Throwable cause) {
    super(message, cause);
  }
}
