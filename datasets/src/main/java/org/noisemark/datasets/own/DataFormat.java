package org.noisemark.datasets.own;

import java.io.IOException;
import java.nio.file.Path;
import org.noisemark.plugin.Definition;
import org.noisemark.plugin.Values;

/** A format of a user's own data, which users ask for by name. */
public interface DataFormat extends Definition {
  /**
   * Returns a digest of all that is read, which tells a changed path from an unchanged one.
   *
   * @return 64 lower-case hex digits
   * @throws IOException in one line, if the path cannot be read
   */
  String sha256(Path path) throws IOException;

  /**
   * Returns the examples, in an order that depends on the content alone.
   *
   * @param values of the format's hyper-parameters
   * @throws IOException in one line with file, row and column, if the path cannot be read or is not
   *     of the format
   */
  Examples read(Path path, Values values) throws IOException;
}
