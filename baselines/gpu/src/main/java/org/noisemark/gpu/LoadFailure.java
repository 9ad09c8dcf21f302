package org.noisemark.gpu;

import java.util.regex.Pattern;

/** The reason why native libraries do not load. */
public final class LoadFailure {
  private static final Pattern MISSING = Pattern.compile("(lib[^/: ]+): cannot open shared object");

  private LoadFailure() {}

  /**
   * Returns one line that names the library that did not load, without the folders of the machine.
   */
  public static String describe(String engine, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    var missing = MISSING.matcher(message);
    return missing.find()
        ? "engine "
            + engine
            + " does not find "
            + missing.group(1)
            + ": put its folder on LD_LIBRARY_PATH"
        : "the native libraries of engine " + engine + " do not load here: " + message;
  }
}
