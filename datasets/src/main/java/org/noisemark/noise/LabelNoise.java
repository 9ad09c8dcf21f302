package org.noisemark.noise;

import java.util.Optional;
import org.noisemark.datasets.ClassRows;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Seeds;

/** Draws noisy labels, for training labels only. */
public final class LabelNoise {
  private LabelNoise() {}

  /**
   * Returns noisy labels for the training set of a data set; a function of the arguments alone.
   *
   * @throws IllegalArgumentException in one line, if the noise does not fit the data set
   * @throws IllegalStateException if the draw is outside the {@link Tolerance} of the specification
   */
  public static NoisyLabels inject(Dataset dataset, NoiseSpec spec) {
    return inject(CleanExamples.of(dataset), spec);
  }

  /**
   * Likewise from labels alone, which is enough for a noise that looks at no image.
   *
   * @param cleanLabels 0 to {@code classes} − 1; not changed
   * @param dataset its name; some noises are defined for one data set
   */
  public static NoisyLabels inject(int[] cleanLabels, String dataset, int classes, NoiseSpec spec) {
    return inject(new CleanExamples(dataset, classes, cleanLabels.clone(), Optional.empty()), spec);
  }

  private static NoisyLabels inject(CleanExamples clean, NoiseSpec spec) {
    var noise = Noises.of(spec, clean.dataset());
    var matrix = Noises.matrix(spec, clean.dataset(), clean.classes());
    ClassRows.of(clean.labels(), clean.classes()); // refuses labels out of range
    var drawn = noise.draw(spec, clean, Seeds.generator(spec.seed(), "noise"));
    var noisy = new NoisyLabels(spec, matrix, clean.classes(), clean.labels(), drawn.labels());
    Tolerance.check(noisy, drawn.flipProbabilities());
    return noisy;
  }
}
