package org.noisemark.reports.statistics;

import java.lang.ref.SoftReference;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Resamples of a sample, each as the places of the values drawn. They depend on the size of the
 * sample and the seed alone, so that samples of one size share theirs: the last ones drawn are
 * kept.
 */
final class Resamples {
  /** The same for every interval, so that a report is a function of its records. */
  static final long SEED = 1987;

  /** As many draws are kept at the most: 128 MiB. */
  private static final long MOST_KEPT = 1 << 25;

  private static volatile SoftReference<Drawn> kept = new SoftReference<>(null);

  private Resamples() {}

  /** A figure of a resample. */
  @FunctionalInterface
  interface Figure {
    /**
     * @param places of the values drawn, from {@code start} on as many as the sample has, which are
     *     not changed
     */
    double of(int[] places, int start);
  }

  /** One resample after the other. */
  private record Drawn(int size, int count, int[] places) {}

  /**
   * Returns the figure of each resample.
   *
   * @param size of the sample and of each resample
   * @param count of resamples
   */
  static double[] figures(int size, int count, Figure figure) {
    Drawn last = kept.get();
    if (last != null && last.size == size && last.count == count) {
      return figures(last, figure);
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    if ((long) size * count <= MOST_KEPT) {
      var drawn = new Drawn(size, count, new int[size * count]);
      draw(random, size, drawn.places);
      kept = new SoftReference<>(drawn);
      return figures(drawn, figure);
    }
    double[] figures = new double[count];
    int[] places = new int[size];
    for (int b = 0; b < count; b++) {
      draw(random, size, places);
      figures[b] = figure.of(places, 0);
    }
    return figures;
  }

  private static double[] figures(Drawn drawn, Figure figure) {
    double[] figures = new double[drawn.count];
    for (int b = 0; b < figures.length; b++) {
      figures[b] = figure.of(drawn.places, b * drawn.size);
    }
    return figures;
  }

  private static void draw(UniformRandomProvider random, int size, int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = random.nextInt(size);
    }
  }
}
