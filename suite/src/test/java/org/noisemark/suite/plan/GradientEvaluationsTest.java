package org.noisemark.suite.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noisemark.optim.Optimizers;

class GradientEvaluationsTest {
  /** SGD takes one a step, SAM and F-SAM two, parsimonious SAM 65 % of SAM's. */
  @Test
  void areWhatTheMethodsSay() {
    assertEquals(1000, gradients("sgd", Map.of()));
    assertEquals(2000, gradients("sam", Map.of()));
    assertEquals(2000, gradients("asam", Map.of()));
    assertEquals(2000, gradients("fsam", Map.of()));
    assertEquals(1300, gradients("psam", Map.of()));
    assertEquals(1250, gradients("psam", Map.of("period", 4, "window", "full")));
  }

  private static long gradients(String optimizer, Map<String, Object> given) {
    return GradientEvaluations.of(optimizer, Optimizers.hyperparameters(optimizer, given), 1000);
  }
}
