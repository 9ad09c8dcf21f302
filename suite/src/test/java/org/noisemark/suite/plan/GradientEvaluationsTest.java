package org.noisemark.suite.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noisemark.optim.Cost;
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
    assertEquals(1200, gradients("looksam", Map.of()));
    assertEquals(1000, gradients("msam", Map.of()));
    assertEquals(2000, gradients("gsam", Map.of()));
  }

  /** A coin or a threshold decides, so that only the expectation and the limits are known. */
  @Test
  void areAnExpectationWhereChanceDecides() {
    var tossed = cost("rst", Map.of("probability", 0.3));
    assertEquals(1300, tossed.expected(), 1e-9);
    assertEquals(1000, tossed.least());
    assertEquals(2000, tossed.most());
    assertFalse(cost("aesam", Map.of()).isExact());
    assertEquals(2167, cost("esam", Map.of()).expected(), 0.5);
  }

  private static double gradients(String optimizer, Map<String, Object> given) {
    var cost = cost(optimizer, given);
    assertTrue(cost.isExact(), optimizer);
    return cost.expected();
  }

  private static Cost cost(String optimizer, Map<String, Object> given) {
    return GradientEvaluations.of(optimizer, Optimizers.hyperparameters(optimizer, given), 1000);
  }
}
