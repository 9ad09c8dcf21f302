package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Datasets;

class InstanceDependentTest {
  private static Dataset mini;

  @BeforeAll
  static void load() throws Exception {
    mini = Datasets.named("fashion-mnist-mini").load(DataHome.byDefault());
  }

  private static NoisyLabels draw(double rate, double inputMax, long seed) {
    return LabelNoise.inject(
        mini,
        NoiseSpec.of(
            "instance-dependent@1",
            rate,
            NoiseSpec.Count.BERNOULLI,
            seed,
            Optional.empty(),
            Optional.empty(),
            Map.of("input_max", inputMax)));
  }

  @Test
  void flipsTheNominalShareOnAverage() {
    for (double rate : new double[] {0.2, 0.4, 0.6}) {
      // q has the mean r within 1e-2 of the truncation's shift, 10,000 draws deviate by 0.005
      assertEquals(rate, draw(rate, 255, 7).effectiveRate(), 0.03, "rate " + rate);
    }
  }

  @Test
  void rateZeroIsTheIdentityAndTheSeedDecidesTheRest() {
    assertArrayEquals(mini.trainLabels(), draw(0, 255, 1).labels());
    assertArrayEquals(draw(0.4, 255, 3).labels(), draw(0.4, 255, 3).labels());
    assertTrue(!draw(0.4, 255, 3).sha256().equals(draw(0.4, 255, 4).sha256()));
  }

  @Test
  void whatALabelBecomesDependsOnTheImageAndLessSoWhereTheScaleIsSmall() {
    // One example's target, drawn from the same W many times, is one class on bytes as they are,
    // and any class where the scale is 0.
    assertTrue(share(255) > 0.9, "share of the commonest target is " + share(255));
    assertTrue(share(0) < 0.35, "share of the commonest target is " + share(0));
  }

  /** The mean share of the commonest wrong label of images that are copies of one another. */
  private static double share(double inputMax) {
    int copies = 400;
    var rows = new int[copies];
    var images = mini.trainImages().select(rows);
    var labels = new int[copies];
    java.util.Arrays.fill(labels, mini.trainLabels()[0]);
    var clean = new CleanExamples("any", 10, labels, Optional.of(images));
    var spec =
        NoiseSpec.of(
            "instance-dependent@1",
            0.5,
            NoiseSpec.Count.BERNOULLI,
            1,
            Optional.empty(),
            Optional.empty(),
            Map.of("input_max", inputMax));
    int[] drawn =
        new InstanceDependent()
            .draw(spec, clean, org.noisemark.datasets.Seeds.generator(1, "noise"))
            .labels();
    var counts = new int[10];
    IntStream.of(drawn).forEach(label -> counts[label]++);
    int flips = copies - counts[labels[0]];
    counts[labels[0]] = 0;
    return (double) IntStream.of(counts).max().orElseThrow() / flips;
  }

  @Test
  void needsTheImagesAndDrawsEachLabelByItself() {
    var spec = NoiseSpec.of("instance-dependent@1", 0.4, 1);
    assertEquals(NoiseSpec.Count.BERNOULLI, spec.count());
    var without =
        assertThrows(
            IllegalArgumentException.class,
            () -> LabelNoise.inject(new int[] {0, 1}, "any", 2, spec));
    assertEquals("instance-dependent@1 needs the images, got labels alone", without.getMessage());
    var exact =
        assertThrows(
            IllegalArgumentException.class,
            () -> NoiseSpec.of("instance-dependent@1", 0.4, NoiseSpec.Count.EXACT, 1));
    assertEquals(
        "instance-dependent@1: count exact, expected one of [bernoulli]", exact.getMessage());
  }
}
