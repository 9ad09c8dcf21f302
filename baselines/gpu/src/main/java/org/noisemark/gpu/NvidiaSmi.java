package org.noisemark.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The tool nvidia-smi, which comes with the driver. */
@FunctionalInterface
interface NvidiaSmi {
  /** A driver that hangs never answers; one that initializes its GPUs takes some seconds. */
  int PATIENCE_SECONDS = 30;

  /**
   * Returns a line for each GPU, the values of the fields with commas between; or the tool's
   * message if it has none.
   *
   * @param fields names with commas between
   * @throws IOException if there is no such tool, or it does not end
   */
  String query(String fields) throws IOException;

  /** Asks the one on the PATH. */
  static String ofThisMachine(String fields) throws IOException {
    var process =
        new ProcessBuilder("nvidia-smi", "--query-gpu=" + fields, "--format=csv,noheader,nounits")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("no answer within " + PATIENCE_SECONDS + " seconds");
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
