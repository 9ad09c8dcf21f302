package org.noisemark.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.statistics.NonInferiority;

/** The errors of thirty tests together, by simulation against what is promised. */
@Tag("slow")
class FamilyTest {
  private static final int GATES = 2000;
  private static final int CELLS = 30;
  private static final double MARGIN = 0.01;

  /** Every cell loses just what is accepted: the hardest case of no regression. */
  @Test
  void aFalseRegressionAmongManyCellsIsAsRareAsOfOne() {
    int alarms = count(5, -MARGIN, CELLS, Outcome.QUALITY);
    assertTrue(alarms / (double) GATES < 0.05 + 3 * sd(0.05), alarms + " of " + GATES);
    assertTrue(alarms / (double) GATES > 0.05 - 5 * sd(0.05), alarms + " of " + GATES);
  }

  /** One cell loses as much as is not accepted any more: the others do not hide it. */
  @Test
  void aLossAsLargeAsTheMarginPassesAsRarelyAsPromised() {
    int passed = GATES - count(5, -MARGIN, 1, Outcome.QUALITY, Outcome.INCONCLUSIVE);
    assertTrue(passed / (double) GATES < 0.05 + 3 * sd(0.05), passed + " of " + GATES);
  }

  @Test
  void cellsThatCannotBeComparedCountAsTests() {
    var family = new Family(0.05, Outcome.QUALITY);
    var test = NonInferiority.of(new double[] {-0.04, -0.05, -0.06}, MARGIN);
    family.add("a", "x", 1, 1, test, false);
    assertEquals(test.pShown(), family.judged().get(0).shown());
    family.addAbsent();
    assertEquals(2 * test.pShown(), family.judged().get(0).shown());
  }

  /** How many gates have any cell with one of the verdicts. */
  private static int count(int seeds, double loss, int losing, Outcome... verdicts) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(13);
    int gates = 0;
    for (int gate = 0; gate < GATES; gate++) {
      var family = new Family(0.05, Outcome.QUALITY);
      for (int cell = 0; cell < CELLS; cell++) {
        double[] differences = draw(random, seeds, cell < losing ? loss : 0);
        family.add("", "", 0, 0, NonInferiority.of(differences, MARGIN), false);
      }
      var wanted = java.util.List.of(verdicts);
      gates += family.judged().stream().anyMatch(c -> wanted.contains(c.verdict())) ? 1 : 0;
    }
    return gates;
  }

  private static double[] draw(UniformRandomProvider random, int seeds, double mean) {
    return NormalDistribution.of(mean, 0.004).createSampler(random).samples(seeds).toArray();
  }

  private static double sd(double share) {
    return Math.sqrt(share * (1 - share) / GATES);
  }
}
