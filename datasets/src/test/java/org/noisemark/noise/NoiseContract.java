package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Datasets;
import org.noisemark.noise.NoiseSpec.Count;

/**
 * What every label noise must do. Whoever writes one extends this class, and says in {@link
 * #definitions} which are theirs; they are drawn on {@link #dataset}.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class NoiseContract {
  /** Returns the noises that are tested; {@link Noises} must find them, too. */
  protected abstract Stream<NoiseDefinition> definitions();

  /** Returns a data set that they are for: by default the part of Fashion-MNIST that ships. */
  protected Dataset dataset() throws IOException {
    return Datasets.named("fashion-mnist-mini").load(DataHome.byDefault());
  }

  /** Returns the specification of a noise. */
  protected NoiseSpec spec(NoiseDefinition noise, double rate, Count count, long seed) {
    return NoiseSpec.of(noise.name(), rate, count, seed);
  }

  private DoubleStream rates(NoiseDefinition noise) {
    return DoubleStream.of(0, 0.1, 0.4, 1).filter(rate -> noise.rates().allows(rate));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void isFoundByANameThatEndsInItsVersion(NoiseDefinition noise) {
    assertEquals(noise.getClass(), Noises.REGISTRY.named(noise.name()).getClass());
    assertTrue(
        noise.name().matches("[a-z0-9-]+@[1-9][0-9]*") || noise.name().equals("clean"),
        noise.name());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void oneSeedGivesOneSetOfLabels(NoiseDefinition noise) throws IOException {
    var dataset = dataset();
    for (var count : noise.counts()) {
      for (double rate : rates(noise).toArray()) {
        var spec = spec(noise, rate, count, 5);
        assertArrayEquals(
            LabelNoise.inject(dataset, spec).labels(), LabelNoise.inject(dataset, spec).labels());
      }
    }
  }

  /** {@link LabelNoise} itself refuses a draw that is far from what the noise has announced. */
  @ParameterizedTest
  @MethodSource("definitions")
  protected void labelsAreClassesAndCleanOnesAreLeftAlone(NoiseDefinition noise)
      throws IOException {
    var dataset = dataset();
    for (var count : noise.counts()) {
      for (double rate : rates(noise).toArray()) {
        int[] before = dataset.trainLabels();
        var noisy = LabelNoise.inject(dataset, spec(noise, rate, count, 7));
        assertArrayEquals(before, noisy.cleanLabels());
        assertEquals(before.length, noisy.labels().length);
        assertTrue(
            Arrays.stream(noisy.labels()).allMatch(label -> label >= 0 && label < 10), "labels");
        assertTrue(rate > 0 || noisy.flips() == 0 || !noise.rates().allows(0.1), "rate 0 flips");
      }
    }
  }
}
