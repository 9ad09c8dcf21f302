package org.noisemark.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that claims are judged by, where they can be worked out by hand. */
class StudyNumbersTest {
  @Test
  void theRangeOfRadiiEndsWhereTheCurveFallsAPointBelowItsBest() {
    double[] x = {-2, -1, 0, 1};
    // To the left half a decade, to the right one and a half.
    assertEquals(2, RadiusStudy.width(x, new double[] {0.78, 0.80, 0.795, 0.785}), 1e-9);
    assertEquals(3, RadiusStudy.width(x, new double[] {0.8, 0.8, 0.8, 0.8}), 1e-9);
    assertEquals(0.2, RadiusStudy.width(x, new double[] {0.7, 0.8, 0.7, 0.7}), 1e-9);
  }

  @Test
  void ranksAreCorrelatedAsSpearmanSays() {
    // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) = 0.8207826816681233
    assertEquals(
        0.8207826816681233,
        SharpnessStudy.spearman(
            List.of(
                new double[] {1, 5},
                new double[] {2, 6},
                new double[] {3, 7},
                new double[] {4, 8},
                new double[] {5, 7})),
        1e-12);
  }

  @Test
  void aSolutionOnTheFlatSideOfItsLowestPointIsPositive() {
    // Flat to the right. A parabola about the middle of 5 places, 4 long each.
    assertEquals(0, ValleyStudy.flatSideOffset(new double[] {9, 1, 0, 1, 2}), 1e-9);
    // Its vertex a quarter of a place to the left of the middle: (i + 0.25)² at −1, 0, 1.
    assertEquals(1, ValleyStudy.flatSideOffset(new double[] {9, 0.5625, 0.0625, 1.5625, 2}), 1e-9);
    assertTrue(ValleyStudy.flatSideOffset(new double[] {9, 0, 1, 2, 3}) > 0);
    assertTrue(ValleyStudy.flatSideOffset(new double[] {9, 3, 1, 0, 2}) < 0);
  }

  @Test
  void everyStudySaysWhatItIsBeforeItIsRun() {
    for (var study : Studies.all()) {
      var description = study.description();
      for (String heading :
          List.of("## What is measured", "## What would refute it", "## The test")) {
        assertTrue(description.markdown().contains(heading), study.name() + " has no " + heading);
      }
      assertFalse(study.claims().isEmpty(), study.name());
      assertEquals(
          study.claims().size(),
          study.claims().stream().map(each -> each.name()).distinct().count(),
          study.name());
      for (var suite : study.suites(Form.FULL)) {
        assertTrue(suite.name().startsWith(Study.SUITE), suite.name());
        assertTrue(suite.seeds().size() >= 5, suite.name());
      }
    }
  }

  @Test
  void theFormForAGpuIsPlanned() {
    for (var study : Studies.all()) {
      var plan = StudyPlan.of(study, Form.GPU, Lab.toRead(java.nio.file.Path.of("")));
      assertTrue(plan.cells() + plan.computations() > 0, study.name());
    }
  }
}
