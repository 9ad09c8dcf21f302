package org.noisemark.gpu;

import java.io.File;
import java.io.IOException;
import java.util.regex.Pattern;

/** The reason why native libraries do not load. */
public final class LoadFailure {
  /** The library that was to be loaded, and the one that it needs. */
  private static final Pattern MISSING =
      Pattern.compile("^(.*): (lib[^/: ]+): cannot open shared object");

  /** The JDK puts the system's words in parentheses behind the file. */
  private static final Pattern REASON = Pattern.compile("/.*\\((.+)\\)$");

  /** Below this, the largest library may not have found room to be unpacked. */
  private static final long SPARE_BYTES = 512L << 20;

  private LoadFailure() {}

  /**
   * Returns one line that names the library that did not load, without the folders of the machine.
   */
  public static String describe(String engine, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (cause instanceof IOException) {
      var reason = REASON.matcher(message);
      return notUnpacked(engine, reason.find() ? reason.group(1) : message);
    }
    var missing = MISSING.matcher(message);
    if (!missing.find()) {
      return "the native libraries of engine " + engine + " do not load here: " + message;
    }
    var library = new File(missing.group(1));
    return library.exists() && library.getUsableSpace() < SPARE_BYTES
        ? notUnpacked(engine, "too little space on the disk")
        : "engine "
            + engine
            + " does not find "
            + missing.group(2)
            + ": put its folder on LD_LIBRARY_PATH";
  }

  private static String notUnpacked(String engine, String reason) {
    return "the native libraries of engine "
        + engine
        + " cannot be unpacked: "
        + reason
        + "; NOISEMARK_CACHE names another folder for them";
  }
}
