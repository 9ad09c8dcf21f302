package org.noisemark.suite.definition;

import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.noise.LabelsFile;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.reports.records.Cell;

/**
 * A noise of a suite. Without a seed of its own it is drawn anew for each training seed, the same
 * for every method of that seed, so that the variance of the draw is in every interval.
 *
 * @param spec its seed counts only if it is fixed
 * @param isFixed whether one draw holds for all training seeds
 */
public record SuiteNoise(NoiseSpec spec, boolean isFixed) {
  /** Returns the noise of a training seed. */
  public NoiseSpec at(long trainingSeed) {
    return isFixed ? spec : spec.drawnFrom(trainingSeed);
  }

  /** Returns a noise as cells have it. */
  public static Cell.Noise described(NoiseSpec noise) {
    return new Cell.Noise(
        noise.kind(),
        noise.rate(),
        noise.count().toString(),
        noise.seed(),
        noise.matrix().map(SuiteNoise::rows).orElse(null),
        noise.labels().map(labels -> labels.file().toString()).orElse(null),
        noise.labels().map(LabelsFile::sha256).orElse(null),
        noise.hyperparameters().isEmpty() ? null : noise.hyperparameters());
  }

  private static List<List<Double>> rows(TransitionMatrix matrix) {
    return IntStream.range(0, matrix.classes())
        .mapToObj(
            from ->
                IntStream.range(0, matrix.classes())
                    .mapToObj(to -> matrix.probability(from, to))
                    .toList())
        .toList();
  }
}
