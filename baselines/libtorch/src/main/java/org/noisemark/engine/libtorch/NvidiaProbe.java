package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Asks this machine for its NVIDIA cards. */
@FunctionalInterface
interface NvidiaProbe {
  /**
   * Returns a line for each card: name, compute capability and driver version, with commas between;
   * or whatever nvidia-smi says instead.
   *
   * @throws IOException if there is nothing to ask
   */
  String ask() throws IOException;

  /** Asks by nvidia-smi, which comes with the driver. */
  static String nvidiaSmi() throws IOException {
    var process =
        new ProcessBuilder(
                "nvidia-smi",
                "--query-gpu=name,compute_cap,driver_version",
                "--format=csv,noheader")
            .redirectErrorStream(true)
            .start();
    try (var out = process.getInputStream()) {
      var answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
