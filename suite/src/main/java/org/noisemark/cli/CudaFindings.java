package org.noisemark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.noisemark.engine.nvidia.Card;
import org.noisemark.engine.nvidia.CudaBuild;
import org.noisemark.engine.nvidia.CudaFit;

/** What the doctor says of cards, and of the builds that could use them; a line each. */
final class CudaFindings {
  private CudaFindings() {}

  /** Returns the cards, the one that engines compute on marked where there are several. */
  static Map<String, String> cards(CudaFit fit) {
    var cards = fit.cards();
    var lines = new LinkedHashMap<String, String>();
    for (var card : cards.all()) {
      boolean marked = cards.all().size() > 1 && cards.inUse().filter(card::equals).isPresent();
      lines.put("gpu " + card.index(), card.describe() + (marked ? " (in use)" : ""));
    }
    cards.obstacle().ifPresent(reason -> lines.put("in use", "none: " + reason));
    return lines;
  }

  /** Returns for each build whether it fits the card in use, and the command that makes it. */
  static Map<String, String> builds(CudaFit fit) {
    var lines = new LinkedHashMap<String, String>();
    for (var build : CudaBuild.values()) {
      lines.put(
          build.label(),
          fit.cards().inUse().map(card -> judge(build, card, fit)).orElse("no card"));
    }
    if (fit.cards().inUse().isPresent()) {
      lines.put("advice", fit.advised().map(CudaFindings::advice).orElse("compute on the CPU"));
    }
    return lines;
  }

  private static String judge(CudaBuild build, Card card, CudaFit fit) {
    var unfit = build.obstacle(card);
    if (unfit.isPresent()) {
      return "does not fit: " + unfit.get();
    }
    var missing = fit.libraries().get().obstacle(build);
    return missing.isPresent()
        ? "fits, but cannot start: " + missing.get()
        : "fits: " + build.command();
  }

  private static String advice(CudaBuild build) {
    return build.command() + ", then run with --engine " + build.engine() + " --device cuda";
  }
}
