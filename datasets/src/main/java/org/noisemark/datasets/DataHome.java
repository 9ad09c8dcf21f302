package org.noisemark.datasets;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data sets are kept: each in a folder of its name.
 *
 * @param directory where downloads go; searched before the system's folders
 * @param from a folder that the user named ({@code --from}); if present, only that is searched,
 *     itself and its subfolder of the data set's name: a folder asked for by name is never silently
 *     replaced by another
 */
public record DataHome(Path directory, Optional<Path> from) {

  /** A home without a folder named by the user. */
  public DataHome(Path directory) {
    this(directory, Optional.empty());
  }

  /**
   * Returns the folder that the environment variable {@code NOISEMARK_DATA} names, or else {@code
   * ~/.cache/noisemark}.
   */
  public static DataHome byDefault() {
    String set = System.getenv("NOISEMARK_DATA");
    return new DataHome(
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "noisemark")
            : Path.of(set));
  }

  /** Returns this home, searched only in a folder that the user named. */
  public DataHome from(Path folder) {
    return new DataHome(directory, Optional.of(folder));
  }
}
