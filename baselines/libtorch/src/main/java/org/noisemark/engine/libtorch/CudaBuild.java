package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CUDA builds of libtorch, each a Maven profile, and the cards that each holds machine code
 * for. Code for capability x.y runs on x.z with z at least y, and on no other.
 */
enum CudaBuild {
  CUDA12("2.5.1", 525, 50, 60, 70, 80, 90),
  CUDA13("2.10.0", 580, 75, 80, 90, 100, 103, 120);

  private final String libtorch;
  private final int oldestDriver;
  private final int[] capabilities;

  CudaBuild(String libtorch, int oldestDriver, int... capabilities) {
    this.libtorch = libtorch;
    this.oldestDriver = oldestDriver;
    this.capabilities = capabilities;
  }

  /** Returns the build of a version of JavaCPP's libtorch, "2.10.0-1.5.13". */
  static Optional<CudaBuild> of(String version) {
    return Arrays.stream(values()).filter(b -> version.startsWith(b.libtorch + "-")).findFirst();
  }

  /** Returns one line that says why this build cannot use the first card, or empty if it can. */
  Optional<String> obstacle(NvidiaProbe probe) {
    return onFirstCard(probe, card -> obstacle(card).map(reason -> reason + advice(card)));
  }

  /** Returns one line that says what to do about a build for the CPU. */
  static Optional<String> obstacleOfCpuBuild(NvidiaProbe probe) {
    return onFirstCard(
        probe,
        card ->
            Optional.of("engine libtorch is built for the CPU, not for " + card + advice(card)));
  }

  private static Optional<String> onFirstCard(
      NvidiaProbe probe, Function<NvidiaCard, Optional<String>> judgement) {
    String answer;
    try {
      answer = probe.ask();
    } catch (IOException e) {
      return Optional.of(
          "no NVIDIA driver found: nvidia-smi does not run (" + e.getMessage() + ")");
    }
    var cards = NvidiaCard.parse(answer);
    if (cards.isEmpty()) {
      var said = answer.lines().findFirst().orElse("").strip();
      return Optional.of("no NVIDIA card found: nvidia-smi says '" + said + "'");
    }
    return judgement.apply(cards.get(0));
  }

  private Optional<String> obstacle(NvidiaCard card) {
    if (!runs(card)) {
      var age = card.capability() < capabilities[0] ? "old" : "new";
      return Optional.of(
          "%s is too %s for libtorch %s, which holds code for %s"
              .formatted(card, age, libtorch, codes()));
    }
    if (card.driver() < oldestDriver) {
      return Optional.of(
          "driver %d of %s is too old for libtorch %s, which needs %d or newer"
              .formatted(card.driver(), card, libtorch, oldestDriver));
    }
    return Optional.empty();
  }

  private boolean runs(NvidiaCard card) {
    return Arrays.stream(capabilities)
        .anyMatch(code -> code / 10 == card.capability() / 10 && code <= card.capability());
  }

  private static String advice(NvidiaCard card) {
    return Arrays.stream(values())
        .filter(build -> build.obstacle(card).isEmpty())
        .reduce((older, newer) -> newer)
        .map(build -> "; build with -P" + build.name().toLowerCase(Locale.ROOT))
        .orElse("; no other build of libtorch fits");
  }

  private String codes() {
    return Arrays.stream(capabilities)
        .mapToObj(code -> code / 10 + "." + code % 10)
        .collect(Collectors.joining(", "));
  }
}
