package org.noisemark.suite.training;

import java.io.IOException;
import java.util.Locale;

/** What a failure is called in a run record, and how that of a worker comes to its starter. */
public final class Failures {
  private Failures() {}

  /** Returns whether the heap, native memory or a device's memory ran out. */
  static boolean isOutOfMemory(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof OutOfMemoryError
          || message.contains("out of memory")
          || message.contains("bad_alloc")
          || message.contains("failed to allocate")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the kind and the message in one line. */
  static String line(Throwable failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return (failure.getClass().getSimpleName() + message).replaceAll("[\\s\\p{Cc}]+", " ").strip();
  }

  /**
   * Returns what a task on another thread ended with, for its starter to throw.
   *
   * @throws RuntimeException or an Error, if it is one
   */
  public static IOException ofWorker(Throwable failure) {
    if (failure instanceof IOException e) {
      return e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) failure;
  }
}
