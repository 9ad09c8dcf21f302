package org.noisemark.cli.checkout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Other programs, run one at a time. */
public interface Programs {
  /**
   * Runs one to its end; what it prints is dropped, its messages go where ours do.
   *
   * @return its exit code
   * @throws IOException if it is not there
   */
  int run(Path directory, List<String> command) throws IOException;

  /**
   * Likewise, without its messages.
   *
   * @return what it printed, without the last line break; null unless it ended with 0
   */
  String output(Path directory, List<String> command) throws IOException;

  /** Ends the one that runs, if any, and waits for it. */
  void stop();
}
