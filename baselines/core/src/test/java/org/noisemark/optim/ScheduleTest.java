package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineStartsAtTheRateHalvesInTheMiddleAndEndsAtZero() {
    var cosine = Schedule.named("cosine", 0.2);
    assertEquals(0.2, cosine.learningRate(0, 100));
    assertEquals(0.1, cosine.learningRate(50, 100), 1e-15);
    assertEquals(0.0, cosine.learningRate(100, 100), 1e-15);
    for (int step = 1; step < 100; step++) {
      assertTrue(cosine.learningRate(step, 100) < cosine.learningRate(step - 1, 100));
    }
  }

  @Test
  void stepFallsToATenthAtEachMilestone() {
    var step = Schedule.named("step", 1);
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
  void listsTheNamesForAnUnknownOne() {
    var error = assertThrows(IllegalArgumentException.class, () -> Schedule.named("cosin", 0.1));
    assertEquals(
        "unknown schedule 'cosin', expected one of [constant, step, cosine]", error.getMessage());
  }
}
