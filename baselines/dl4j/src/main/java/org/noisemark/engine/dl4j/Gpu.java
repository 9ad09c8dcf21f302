package org.noisemark.engine.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The NVIDIA GPU of this machine, as far as the driver tells. */
final class Gpu {
  /** What nd4j-cuda-11.6 holds machine code for: 3.7 to 8.6, and 8.9 runs the code of 8.6. */
  private static final double OLDEST = 3.7;

  private static final double NEWEST = 8.9;

  private Gpu() {}

  /** Returns one line that says why ND4J cannot use the first GPU, or empty if it can. */
  static Optional<String> obstacle() {
    String answer;
    try {
      answer = ask();
    } catch (IOException e) {
      return Optional.of(
          "no NVIDIA driver found: nvidia-smi does not run (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while asking nvidia-smi for the GPU");
    }
    return obstacle(answer);
  }

  /**
   * Judges an answer of nvidia-smi.
   *
   * @param answer lines of "name, compute capability"
   */
  static Optional<String> obstacle(String answer) {
    var first = answer.strip().lines().findFirst().orElse("");
    int comma = first.lastIndexOf(',');
    double capability;
    try {
      capability = Double.parseDouble(first.substring(comma + 1).strip());
    } catch (NumberFormatException e) {
      return Optional.of("no NVIDIA GPU found: nvidia-smi says '" + first + "'");
    }
    var gpu = first.substring(0, Math.max(comma, 0)) + " (compute capability " + capability + ")";
    if (capability > NEWEST) {
      return Optional.of(
          gpu + " is too new: nd4j-cuda-11.6 holds code for 3.7 to 8.6; use the libtorch engine");
    }
    if (capability < OLDEST) {
      return Optional.of(gpu + " is too old: nd4j-cuda-11.6 holds code for 3.7 to 8.6");
    }
    return Optional.empty();
  }

  private static String ask() throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
            .redirectErrorStream(true)
            .start();
    try (var out = process.getInputStream()) {
      var answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return answer;
    }
  }
}
