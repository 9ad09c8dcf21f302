package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;

/** From a suite file to records on the default engine, with the reference engine beside it. */
class Dl4jSuiteTest {
  private static final String SUITE = Tiny.SUITE.replace("seeds: 2", "seeds: 1");

  @TempDir Path directory;

  @Test
  void trainsWhatTheReferenceEngineTrains() throws IOException {
    var references = train(SUITE, "reference");
    var trained = train(SUITE.replace("engine: reference", "engine: dl4j"), "dl4j");

    assertEquals(references.size(), trained.size());
    for (int i = 0; i < trained.size(); i++) {
      var reference = references.get(i);
      var run = trained.get(i);
      assertEquals(Status.OK, run.status(), run.statusDetail());
      assertEquals("dl4j", run.cell().engine().name());
      assertEquals("float32", run.cell().engine().precision());
      assertEquals(reference.initialParametersSha256(), run.initialParametersSha256());
      assertEquals(reference.labels(), run.labels());
      for (int epoch = 0; epoch < run.curve().size(); epoch++) {
        double expected = reference.curve().get(epoch).trainLoss();
        // float32 against float64 over 36 steps
        assertEquals(expected, run.curve().get(epoch).trainLoss(), 1e-3 * expected);
      }
    }
  }

  @Test
  void twiceGivesTheSameParameters() throws IOException {
    var suite = SUITE.replace("engine: reference", "engine: dl4j");
    var once = train(suite, "once");
    var again = train(suite, "again");

    for (int i = 0; i < once.size(); i++) {
      assertEquals(once.get(i).finalParametersSha256(), again.get(i).finalParametersSha256());
      assertEquals(once.get(i).accuracy(), again.get(i).accuracy());
      assertTrue(once.get(i).cost().totalSeconds() > 0);
    }
  }

  private List<RunRecord> train(String suite, String folder) throws IOException {
    Tiny.run(Tiny.plan(suite), directory.resolve(folder));
    return RunRecords.readAll(List.of(directory.resolve(folder)));
  }
}
