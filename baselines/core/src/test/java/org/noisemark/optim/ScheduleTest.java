package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineStartsAtTheRateHalvesInTheMiddleAndEndsAtZero() {
    var cosine = Schedule.named("cosine", 0.2, 1);
    assertEquals(0.2, cosine.learningRate(0, 100));
    assertEquals(0.1, cosine.learningRate(50, 100), 1e-15);
    assertEquals(0.0, cosine.learningRate(100, 100), 1e-15);
    for (int step = 1; step < 100; step++) {
      assertTrue(cosine.learningRate(step, 100) < cosine.learningRate(step - 1, 100));
    }
  }

  @Test
  void stepFallsToATenthAtEachMilestone() {
    var step = Schedule.named("step", 1, 1);
    assertEquals(1, step.learningRate(49, 100));
    assertEquals(0.1, step.learningRate(50, 100), 1e-15);
    assertEquals(0.1, step.learningRate(74, 100), 1e-15);
    assertEquals(0.01, step.learningRate(75, 100), 1e-15);
  }

  @Test
  void warmUpRisesEvenlyAndThenTheOtherScheduleRunsWhole() {
    var schedule = new Schedule.WarmUp(4, new Schedule.Cosine(1));
    for (int step = 0; step < 4; step++) {
      assertEquals((step + 1) / 5.0, schedule.learningRate(step, 104), 1e-15);
    }
    assertEquals(1, schedule.learningRate(4, 104));
    assertEquals(0.5, schedule.learningRate(54, 104), 1e-15);
  }

  @Test
  void stepsWhereItIsTold() {
    var step = Schedule.named("step 0.6", 1, 1);
    assertEquals(1, step.learningRate(59, 100));
    assertEquals(0.1, step.learningRate(60, 100), 1e-15);
    assertEquals(0.1, step.learningRate(99, 100), 1e-15);
    var error =
        assertThrows(IllegalArgumentException.class, () -> Schedule.named("step half", 1, 1));
    assertEquals(
        "schedule 'step half': expected 'step' and shares of training in (0, 1), as in 'step 0.5"
            + " 0.75'",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Schedule.named("step 60", 1, 1));
  }

  @Test
  void byEpochKeepsTheRateOfItsFirstStep() {
    var cosine = Schedule.named("cosine", 0.2, 1);
    var byEpoch = Schedule.named("cosine-by-epoch", 0.2, 7);
    for (int step = 0; step < 70; step++) {
      assertEquals(cosine.learningRate(step / 7 * 7, 70), byEpoch.learningRate(step, 70));
    }
  }

  @Test
  void listsTheNamesForAnUnknownOne() {
    var error = assertThrows(IllegalArgumentException.class, () -> Schedule.named("cosin", 0.1, 1));
    assertEquals(
        "unknown schedule 'cosin', expected one of [constant, step, cosine, cosine-by-epoch]",
        error.getMessage());
  }
}
