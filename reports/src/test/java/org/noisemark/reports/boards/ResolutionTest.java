package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.text.ForPeople;

class ResolutionTest {
  /** The fixture's network has four classes, and fits a quarter of the flipped labels. */
  @Test
  void fittingAsManyAsGuessingIsNoMemorisation() {
    var resolution = resolution(records(0.01));

    assertEquals("sgd", resolution.reference());
    assertEquals(0.25, resolution.levels().get(0).memorised().orElseThrow().mean());
    assertEquals(0.25, resolution.levels().get(0).chance().orElseThrow());
    assertFalse(resolution.memorises());
    assertTrue(
        ForPeople.resolution(resolution)
            .contains(
                "No flipped label is memorised here: this board compares optimizers, not their"
                    + " robustness."));
  }

  @Test
  void fittingMoreIs() {
    var level = resolution(records(0.01)).levels().get(0);
    var more =
        new Resolution.Level(
            level.level(),
            level.memorised(),
            OptionalDouble.of(0.1),
            level.pairs(),
            level.toldApart());

    assertTrue(more.memorises());
  }

  /** Three methods; the third differs from each by more than its spread. */
  @Test
  void countsThePairsThatAreToldApart() {
    var resolution = resolution(records(0.01));

    assertEquals(3, resolution.pairs());
    assertEquals(2, resolution.toldApart());
  }

  /** Differences of 0 ± s have the half-width t · s / √3, t = 4.303 with two degrees of freedom. */
  @Test
  void aSmallerSpreadShowsSmallerDifferences() {
    double coarse = resolution(records(0.02)).smallestDifference().orElseThrow();
    double fine = resolution(records(0.01)).smallestDifference().orElseThrow();

    assertEquals(2, coarse / fine, 1e-9);
    assertTrue(
        resolution(records(0.02)).seedsForOnePoint().orElseThrow()
            > resolution(records(0.01)).seedsForOnePoint().orElseThrow());
  }

  @Test
  void oneSeedShowsNoDifference() {
    var resolution =
        resolution(
            List.of(Fixture.run("sgd", 1, 0.5).record(), Fixture.run("sam", 1, 0.9).record()));

    assertTrue(resolution.smallestDifference().isEmpty());
    assertEquals(0, resolution.pairs());
  }

  private static List<RunRecord> records(double spread) {
    double[] base = {0.2, 0.5, 0.8};
    var records = new ArrayList<RunRecord>();
    for (int seed = 0; seed < 3; seed++) {
      double noise = (seed - 1) * spread;
      records.add(Fixture.run("sgd", seed, base[seed]).record());
      records.add(Fixture.run("psam", seed, base[seed] + noise).record());
      records.add(Fixture.run("sam", seed, base[seed] + 0.19 + noise / 2).record());
    }
    return records;
  }

  private static Resolution resolution(List<RunRecord> records) {
    return Derived.of(Run.of(records)).boards().get(0).resolution();
  }
}
