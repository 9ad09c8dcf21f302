package org.noisemark.reports.page.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class MemorisationTest {
  @Test
  void setsInWhereTheTestAccuracyBeginsToFallAndTheWrongLabelsAreLearned() {
    var curve =
        curve(
            new double[] {0.5, 0.7, 0.8, 0.75, 0.7, 0.6},
            new double[] {0.02, 0.02, 0.05, 0.2, 0.4, 0.7});
    Memorisation onset = Memorisation.of(curve).orElseThrow();
    assertEquals(3, onset.epoch());
    assertEquals(0.65, onset.gained(), 1e-12);
    assertEquals(0.2, onset.lost(), 1e-12);
  }

  @Test
  void doesNotSetInWhereTheTestAccuracyEndsAtItsBest() {
    assertEquals(Optional.empty(), onset(new double[] {0.5, 0.4, 0.6}, new double[] {0, 0.1, 0.2}));
  }

  @Test
  void doesNotSetInWhereTheWrongLabelsAreUnlearned() {
    assertEquals(
        Optional.empty(), onset(new double[] {0.6, 0.5, 0.4}, new double[] {0.3, 0.2, 0.1}));
  }

  @Test
  void aDipThatIsMadeGoodIsNoOnset() {
    assertEquals(
        Optional.of(4),
        onset(new double[] {0.5, 0.7, 0.6, 0.8, 0.7}, new double[] {0, 0.1, 0.2, 0.3, 0.4}));
  }

  @Test
  void beginsAfterTheBestEpochIfTheWrongLabelsAreLearnedLater() {
    assertEquals(
        Optional.of(3),
        onset(new double[] {0.5, 0.9, 0.8, 0.7}, new double[] {0.1, 0.4, 0.2, 0.3}));
  }

  @Test
  void epochsThatWereNotEvaluatedAreLeftOut() {
    var epochs =
        new ArrayList<>(curve(new double[] {0.5, 0.8, 0.7}, new double[] {0, 0.1, 0.2}).epochs());
    epochs.add(2, Map.of(Quantity.MEMORISED, 0.0));
    var curve = new Curve(epochs);
    assertEquals(2, Memorisation.of(curve).orElseThrow().epoch());
    assertEquals(Optional.empty(), Memorisation.of(new Curve(epochs.subList(0, 1))));
    assertEquals(Optional.empty(), Memorisation.of(new Curve(List.of())));
  }

  @Test
  void isToldFromChanceWhereEverySeedDoesIt() {
    double[] wrong = {0.02, 0.05, 0.2, 0.4};
    var falls = new double[] {0.5, 0.8, 0.75, 0.7};
    var fallsLess = new double[] {0.5, 0.8, 0.76, 0.72};
    var between = new double[] {0.5, 0.8, 0.76, 0.71};
    var rises = new double[] {0.5, 0.7, 0.8, 0.79};
    Memorisation onset = Memorisation.of(curve(falls, wrong)).orElseThrow();
    assertEquals(2, onset.epoch());
    var seeds = List.of(curve(falls, wrong), curve(fallsLess, wrong), curve(between, wrong));
    assertTrue(onset.isTold(seeds));
    assertFalse(onset.isTold(seeds.subList(0, 2)), "two seeds are too few for so little");
    assertFalse(onset.isTold(List.of(seeds.get(0), seeds.get(1), curve(rises, wrong))));
    assertFalse(onset.isTold(List.of(curve(falls, wrong))), "one seed tells nothing");
    double[] unlearned = {0.02, 0.4, 0.2, 0.05};
    assertFalse(
        onset.isTold(
            List.of(
                curve(falls, unlearned), curve(fallsLess, unlearned), curve(between, unlearned))));
  }

  /** Against the definition, word by word: every later epoch is compared with every candidate. */
  @Test
  void isTheFirstEpochThatKeepsToTheDefinition() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(6);
    for (int i = 0; i < 3000; i++) {
      int n = random.nextInt(1, 7);
      double[] test = random.doubles(n).map(v -> Math.round(5 * v) / 5.0).toArray();
      double[] wrong = random.doubles(n).map(v -> Math.round(5 * v) / 5.0).toArray();
      Optional<Integer> expected = Optional.empty();
      for (int e = 0; e < n - 1 && expected.isEmpty(); e++) {
        boolean holds = true;
        for (int later = e + 1; later < n; later++) {
          holds &= test[later] < test[e] && wrong[later] > wrong[e];
        }
        expected = holds ? Optional.of(e + 1) : expected;
      }
      assertEquals(expected, onset(test, wrong));
    }
  }

  private static Optional<Integer> onset(double[] test, double[] flippedNoisy) {
    return Memorisation.of(curve(test, flippedNoisy)).map(Memorisation::epoch);
  }

  private static Curve curve(double[] test, double[] flippedNoisy) {
    return new Curve(
        IntStream.range(0, test.length)
            .mapToObj(i -> Map.of(Quantity.TEST, test[i], Quantity.MEMORISED, flippedNoisy[i]))
            .toList());
  }
}
