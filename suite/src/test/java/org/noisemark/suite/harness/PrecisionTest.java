package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;

/** A suite in a named precision: what is trained, and what its records say. */
@Tag("slow")
class PrecisionTest {
  private static final String SUITE =
      Tiny.SUITE.replace("engine: reference", "engine: libtorch").replace("seeds: 2", "seeds: 1");

  @TempDir Path directory;

  @Test
  void trainsInThePrecisionThatItsRecordsName() throws IOException {
    var exact = train("float64");
    for (String precision : List.of("float32", "bfloat16")) {
      // over 36 steps; bfloat16 keeps 8 bits of what it multiplies, float32 24
      double tolerance = precision.equals("float32") ? 1e-3 : 0.05;
      var trained = train(precision);
      for (int i = 0; i < exact.size(); i++) {
        var run = trained.get(i);
        assertEquals(Status.OK, run.status(), run.statusDetail());
        assertEquals(precision, run.cell().engine().precision());
        assertEquals(exact.get(i).initialParametersSha256(), run.initialParametersSha256());
        assertNotEquals(exact.get(i).finalParametersSha256(), run.finalParametersSha256());
        for (int epoch = 0; epoch < run.curve().size(); epoch++) {
          double expected = exact.get(i).curve().get(epoch).trainLoss();
          assertEquals(expected, run.curve().get(epoch).trainLoss(), tolerance * expected);
        }
      }
    }
  }

  @Test
  void refusesOneThatTheEngineLacksBeforeAnythingIsTrained() {
    var plan = Tiny.plan(SUITE + "precision: tf32");
    var error =
        assertThrows(IllegalArgumentException.class, () -> Tiny.run(plan, directory.resolve("x")));
    assertEquals(
        "engine libtorch has no precision 'tf32' on cpu, expected one of [float32, bfloat16,"
            + " float64]",
        error.getMessage());
  }

  /** Returns the records in the order of the plan's optimizers and noises. */
  private List<RunRecord> train(String precision) throws IOException {
    var plan = Tiny.plan(SUITE + "precision: " + precision);
    Tiny.run(plan, directory.resolve(precision));
    var records = RunRecords.readAll(List.of(directory.resolve(precision)));
    return plan.cells().stream()
        .map(cell -> records.stream().filter(r -> r.runId().equals(cell.runId())).findFirst())
        .map(record -> record.orElseThrow())
        .toList();
  }
}
