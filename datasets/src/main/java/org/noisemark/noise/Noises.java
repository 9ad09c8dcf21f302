package org.noisemark.noise;

import java.util.Comparator;
import java.util.Optional;
import org.noisemark.plugin.Registry;
import org.noisemark.plugin.Values;

/** The label noises by name and version. */
public final class Noises {
  /** All that ship, and those of the plug-ins. */
  public static final Registry<NoiseDefinition> REGISTRY =
      Registry.ofDefinitions(NoiseDefinition.class, "noise");

  private Noises() {}

  /**
   * Returns the newest version of a noise that is named without one, "symmetric-exclusive@1" for
   * "symmetric-exclusive"; any other name as it is.
   */
  public static String newest(String name) {
    return REGISTRY.names().stream()
        .filter(known -> known.startsWith(name + "@"))
        .max(Comparator.comparingInt(Noises::version))
        .orElse(name);
  }

  private static int version(String name) {
    return Integer.parseInt(name.substring(name.indexOf('@') + 1));
  }

  /**
   * Returns the transition matrix of a noise on a data set; empty where it has none.
   *
   * @throws IllegalArgumentException if the noise is not for that data set or that many classes
   */
  public static Optional<TransitionMatrix> matrix(NoiseSpec spec, String dataset, int classes) {
    var matrix = of(spec, dataset).matrix(spec, classes);
    if (matrix.isPresent() && matrix.get().classes() != classes) {
      throw new IllegalArgumentException(
          spec.kind()
              + ": a matrix of "
              + matrix.get().classes()
              + " classes for "
              + dataset
              + ", which has "
              + classes);
    }
    return matrix;
  }

  /** Returns the definition, which is for that data set. */
  static NoiseDefinition of(NoiseSpec spec, String dataset) {
    var noise = REGISTRY.named(spec.kind());
    if (!noise.datasets().isEmpty() && !noise.datasets().contains(dataset)) {
      throw new IllegalArgumentException(
          spec.kind() + " is defined for " + noise.datasets() + ", not for '" + dataset + "'");
    }
    return noise;
  }

  /** Returns the specification with all hyper-parameters of its kind. */
  static NoiseSpec checked(NoiseSpec spec) {
    String name = spec.kind();
    var noise = REGISTRY.named(name);
    noise.rates().check(name, spec.rate());
    if (!noise.counts().contains(spec.count())) {
      throw new IllegalArgumentException(
          name + ": count " + spec.count() + ", expected one of " + noise.counts());
    }
    takes(name, "a matrix", name.equals(GivenMatrix.NAME), spec.matrix().isPresent());
    boolean ofFile = name.equals(GivenLabels.NAME) || name.equals(HumanLabels.NAME);
    takes(name, "a file of labels", ofFile, spec.labels().isPresent());
    double mean = spec.matrix().map(TransitionMatrix::meanFlipProbability).orElse(spec.rate());
    if (mean != spec.rate()) {
      throw new IllegalArgumentException(
          name
              + ": rate "
              + spec.rate()
              + " contradicts the matrix, whose mean flip probability is "
              + mean);
    }
    return spec.with(Values.of(noise, spec.hyperparameters()).byName());
  }

  private static void takes(String name, String what, boolean needed, boolean given) {
    if (needed != given) {
      throw new IllegalArgumentException(name + (given ? " takes no " : " needs ") + what);
    }
  }
}
