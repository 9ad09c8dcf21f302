package org.noisemark.noise;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The label noises by name and version: one line each. A version's meaning never changes. */
public final class Noises {
  static final String CLEAN = "clean";
  static final String MATRIX = "matrix@1";

  private static final Map<String, NoiseKind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(CLEAN, new NoiseKind("labels as they are", Rates.ZERO, Transitions::none));
    KINDS.put(
        "symmetric-exclusive@1",
        new NoiseKind(
            "to any of the other classes alike; rate = share of wrong labels",
            Rates.UP_TO_ONE,
            Transitions::symmetricExclusive));
    KINDS.put(
        "symmetric-inclusive@1",
        new NoiseKind(
            "redrawn from all K classes alike; share of wrong labels = rate (1 - 1/K)",
            Rates.UP_TO_ONE,
            Transitions::symmetricInclusive));
    KINDS.put(
        "asymmetric-fashion-mnist@1",
        new NoiseKind(
            "boot to sneaker to sandal, pullover to shirt, coat to and from dress; rate = share of"
                + " each of these five",
            Rates.UP_TO_ONE,
            Transitions::asymmetricFashionMnist,
            List.of("fashion-mnist", "fashion-mnist-mini")));
    KINDS.put(
        "pairflip@1",
        new NoiseKind(
            "each class to the next, the last to the first; rate below 0.5",
            Rates.BELOW_HALF,
            Transitions::pairFlip));
    KINDS.put(
        MATRIX,
        new NoiseKind(
            "any transition matrix, from a CSV file", Rates.UP_TO_ONE, Transitions::given));
  }

  private Noises() {}

  /** Returns each noise's name and a line about it, in the order of {@code list}. */
  public static Map<String, String> summaries() {
    var summaries = new LinkedHashMap<String, String>();
    KINDS.forEach((name, kind) -> summaries.put(name, kind.summary()));
    return summaries;
  }

  /**
   * Returns the newest version of a noise that is named without one, "symmetric-exclusive@1" for
   * "symmetric-exclusive"; any other name as it is.
   */
  public static String newest(String name) {
    return KINDS.keySet().stream()
        .filter(known -> known.startsWith(name + "@"))
        .max(Comparator.comparingInt(known -> version(known)))
        .orElse(name);
  }

  private static int version(String name) {
    return Integer.parseInt(name.substring(name.indexOf('@') + 1));
  }

  /**
   * Returns the transition matrix of a noise on a data set.
   *
   * @throws IllegalArgumentException if the noise is not for that data set or that many classes
   */
  public static TransitionMatrix matrix(NoiseSpec spec, String dataset, int classes) {
    var kind = named(spec.kind());
    if (!kind.datasets().isEmpty() && !kind.datasets().contains(dataset)) {
      throw new IllegalArgumentException(
          spec.kind() + " is defined for " + kind.datasets() + ", not for '" + dataset + "'");
    }
    var matrix = kind.transitions().matrix(spec, classes);
    if (matrix.classes() != classes) {
      throw new IllegalArgumentException(
          spec.kind()
              + ": a matrix of "
              + matrix.classes()
              + " classes for "
              + dataset
              + ", which has "
              + classes);
    }
    return matrix;
  }

  /** Refuses unknown kinds, rates outside their range, and a matrix where the kind takes none. */
  static void check(String name, double rate, Optional<TransitionMatrix> matrix) {
    named(name).rates().check(name, rate);
    if (name.equals(MATRIX) != matrix.isPresent()) {
      throw new IllegalArgumentException(
          name + (matrix.isPresent() ? " takes no matrix" : " needs a matrix"));
    }
    if (matrix.isPresent() && matrix.get().meanFlipProbability() != rate) {
      throw new IllegalArgumentException(
          name
              + ": rate "
              + rate
              + " contradicts the matrix, whose mean flip probability is "
              + matrix.get().meanFlipProbability());
    }
  }

  private static NoiseKind named(String name) {
    var kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "unknown noise '" + name + "', expected one of " + KINDS.keySet());
    }
    return kind;
  }
}
