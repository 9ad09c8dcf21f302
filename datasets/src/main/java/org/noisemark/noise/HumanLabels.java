package org.noisemark.noise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.plugin.Hyperparameter;

/**
 * What people called the images of CIFAR: CIFAR-10N and CIFAR-100N (Wei, Zhu, Cheng, Liu, Niu, Liu,
 * ICLR 2022), from the files {@code CIFAR-10_human.pt} and {@code CIFAR-100_human.pt} of their
 * authors, in the order of the data sets. The clean labels in the file have to be those of the data
 * set, and with the whole data set the share of wrong labels the one that was measured.
 */
public final class HumanLabels implements NoiseDefinition {
  static final String NAME = "human@1";

  private static final String CLEAN = "clean_label";
  private static final int WHOLE = 50_000;

  /** Which of the labels in a file. */
  private enum Labels {
    AGGRE_LABEL,
    WORSE_LABEL,
    RANDOM_LABEL1,
    RANDOM_LABEL2,
    RANDOM_LABEL3,
    NOISY_LABEL
  }

  /** Measured of the authors' files: wrong labels in per cent, to two places. */
  private static final Map<String, Double> MEASURED =
      Map.of(
          "aggre_label", 9.01,
          "worse_label", 40.21,
          "random_label1", 17.23,
          "random_label2", 18.12,
          "random_label3", 17.64,
          "noisy_label", 40.20);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "human labels of CIFAR-10N and CIFAR-100N, from the authors' .pt file; noisy_label is"
        + " CIFAR-100N's";
  }

  @Override
  public String source() {
    return "Wei 2022, arXiv 2110.12088; UCSC-REAL/cifar-10-100n";
  }

  @Override
  public List<String> datasets() {
    return List.of("cifar-10", "cifar-100");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.choice("labels", Labels.AGGRE_LABEL));
  }

  @Override
  public Rates rates() {
    return Rates.ZERO;
  }

  @Override
  public List<NoiseSpec.Count> counts() {
    return List.of(NoiseSpec.Count.EXACT);
  }

  @Override
  public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
    var file = spec.labels().orElseThrow();
    String wanted = (String) spec.hyperparameters().get("labels");
    var arrays = TorchLabels.read(file.unchanged(), file.file().toString());
    int[] theirs = labels(arrays, CLEAN, clean, file);
    for (int i = 0; i < theirs.length; i++) {
      if (theirs[i] != clean.labels()[i]) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: %s of index %d is %d, expected %d as in %s",
                file.file(),
                CLEAN,
                i,
                theirs[i],
                clean.labels()[i],
                clean.dataset()));
      }
    }
    int[] labels = labels(arrays, wanted, clean, file);
    var flips = new double[labels.length];
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      flips[i] = labels[i] == theirs[i] ? 0 : 1;
      wrong += labels[i] == theirs[i] ? 0 : 1;
    }
    if (labels.length == WHOLE) {
      requireMeasured(100.0 * wrong / WHOLE, wanted, file);
    }
    return new Draw(labels, flips);
  }

  private static void requireMeasured(double percent, String wanted, LabelsFile file) {
    if (Math.abs(percent - MEASURED.get(wanted)) > 0.00501) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %.2f %% of %s are wrong, expected %.2f %%: it is not the authors' file",
              file.file(),
              percent,
              wanted,
              MEASURED.get(wanted)));
    }
  }

  private static int[] labels(
      Map<String, long[]> arrays, String name, CleanExamples clean, LabelsFile file) {
    long[] values = arrays.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          file.file() + ": has no labels '" + name + "', expected one of " + arrays.keySet());
    }
    if (values.length != clean.labels().length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %d labels '%s', expected one for each of %d examples",
              file.file(),
              values.length,
              name,
              clean.labels().length));
    }
    var labels = new int[values.length];
    for (int i = 0; i < labels.length; i++) {
      if (values[i] < 0 || values[i] >= clean.classes()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: %s of index %d is %d, expected 0 to %d",
                file.file(),
                name,
                i,
                values[i],
                clean.classes() - 1));
      }
      labels[i] = (int) values[i];
    }
    return labels;
  }
}
