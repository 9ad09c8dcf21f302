package org.noisemark.reports.gate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;

class GateCalibrationTest {
  private static final int DRAWS = 40;
  private static final GateRules RULES = GateRules.defaults("quick", "1.0.0");

  /** Seeds that hardly differ: what is right is plain. */
  @Test
  void isRightWhereSeedsHardlyDiffer() throws IOException {
    var calibration = GateCalibration.ofOtherSeeds(runs(0.0002), RULES);
    assertEquals(8, calibration.seeds());
    assertEquals(2, calibration.cells());
    var none = calibration.row(4, 0, DRAWS);
    assertEquals(1, none.cellPass());
    assertEquals(1, none.gatePass());
    var loss = calibration.row(4, 0.05, DRAWS);
    assertEquals(1, loss.cellRegressed());
    assertEquals(1, loss.gateRegressed());
  }

  /** Seeds that differ by five points say nothing of one. */
  @Test
  void isUndecidedWhereSeedsDifferMuch() throws IOException {
    var row = GateCalibration.ofOtherSeeds(runs(0.01), RULES).row(3, 0, DRAWS);
    assertTrue(row.gatePass() < 0.5, row.toString());
    assertTrue(row.gateRegressed() < 0.1, row.toString());
    assertEquals(1, row.cellPass() + row.cellRegressed() + row.cellInconclusive(), 1e-12);
    assertEquals(1, row.gatePass() + row.gateRegressed() + row.gateInconclusive(), 1e-12);
  }

  /** The same seeds, whose differences are all alike however much seeds differ. */
  @Test
  void pairsTheSameSeedsOfOtherRounding() throws IOException {
    var others = runs(0.01).stream().map(run -> Planted.accuracy(run, 0.001)).toList();
    var calibration = GateCalibration.ofOtherRounding(runs(0.01), others, RULES);
    assertEquals(1, calibration.row(8, 0, DRAWS).gatePass());
    assertEquals(1, calibration.row(8, 0.02, DRAWS).cellRegressed());
  }

  @Test
  void saysHowManySeedsAreMissing() throws IOException {
    var calibration = GateCalibration.ofOtherSeeds(runs(0.01), RULES);
    var wrong = assertThrows(IllegalArgumentException.class, () -> calibration.row(5, 0, DRAWS));
    assertTrue(wrong.getMessage().contains("need 10"), wrong.getMessage());
    var one = runs(0.01).subList(0, 8);
    assertThrows(
        IllegalArgumentException.class,
        () -> GateCalibration.ofOtherRounding(runs(0.01), one, RULES));
  }

  /** Eight seeds of two cells, each seed that much more accurate than the one before. */
  private static List<RunRecord> runs(double step) throws IOException {
    var runs = new ArrayList<RunRecord>();
    for (var name : List.of("clean-sgd.json", "symmetric-0.4-sam.json")) {
      try (var in = GateSelfTest.class.getResourceAsStream("self-test/" + name)) {
        var run = RunJson.read(in.readAllBytes());
        for (int seed = 1; seed <= 8; seed++) {
          runs.add(Planted.accuracy(Planted.seed(run, seed), step * (seed - 4)));
        }
      }
    }
    return runs;
  }
}
