package org.noisemark.reports.gate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.gate.Outcome;
import org.noisemark.reports.gate.Results;
import org.noisemark.reports.gate.calibration.GateSelfTest.Case;

class GateSelfTestTest {
  @Test
  void tellsThePlantedChangesApart() {
    for (List<Case> cases :
        List.of(GateSelfTest.ofEmbedded(), GateSelfTest.of(Results.baseline(), Results.RULES))) {
      assertEquals(7, cases.size());
      cases.forEach(planted -> assertTrue(planted.recognised(), planted.toString()));
      assertEquals(
          List.of(
              Outcome.PASS,
              Outcome.PASS,
              Outcome.QUALITY,
              Outcome.QUALITY,
              Outcome.QUALITY,
              Outcome.QUALITY,
              Outcome.INVALID),
          cases.stream().map(Case::found).toList());
    }
  }

  /** Of one seed no gate can tell a loss from none: the test must be able to fail. */
  @Test
  void doesNotPassWhereTheGateCannotTell() {
    List<Case> cases = GateSelfTest.of(Results.baseline().subList(0, 1), Results.RULES);
    assertFalse(cases.stream().allMatch(Case::recognised));
  }
}
