package org.noisemark.machine;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * NVIDIA cards of this machine, as its driver's own tool names them.
 *
 * @param model the distinct names; empty without a card
 * @param driver version; empty without a card
 */
record Gpus(String model, int count, String driver) {
  static final Gpus NONE = new Gpus("", 0, "");

  /** Returns the cards, or {@link #NONE} where the tool is missing or fails. */
  static Gpus read() {
    try {
      var process =
          new ProcessBuilder(
                  "nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      var lines = process.inputReader().lines().toList();
      return process.waitFor() == 0 ? of(lines) : NONE;
    } catch (IOException e) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }

  /** Reads lines of "name, driver version". */
  static Gpus of(List<String> lines) {
    var cards =
        lines.stream().map(line -> line.split(",\\s*")).filter(parts -> parts.length == 2).toList();
    if (cards.isEmpty()) {
      return NONE;
    }
    var models =
        cards.stream().map(card -> card[0].strip()).distinct().collect(Collectors.joining(", "));
    return new Gpus(models, cards.size(), cards.get(0)[1].strip());
  }
}
