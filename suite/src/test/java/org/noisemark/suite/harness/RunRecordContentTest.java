package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;

/** What the records of a plan say, held against what is known beforehand. */
class RunRecordContentTest {
  private static final int TRAIN = 360; // of 400, a tenth for validation
  private static final int STEPS = 12; // of 32, the last one of 8
  private static final int EPOCHS = 12;

  @TempDir static Path directory;
  private static List<RunRecord> records;

  @BeforeAll
  static void run() throws IOException {
    Tiny.run(
        Tiny.plan(
            Tiny.SUITE
                .replace("epochs: 3", "epochs: " + EPOCHS)
                .replace("seeds: 2", "seeds: 1")
                .replace("evaluation:", "evaluation:\n  every_epochs: 5")),
        directory);
    records = RunRecords.readAll(List.of(directory));
  }

  @Test
  void testLabelsStayClean() {
    for (var record : records) {
      assertEquals(Status.OK, record.status(), record.statusDetail());
      // 40 % of wrong test labels would leave 60 % at best.
      assertTrue(record.accuracy().last() > 0.8, record.toString());
    }
  }

  @Test
  void moreOfTheTestSetFitsItsAccuracy() {
    for (var record : records) {
      var test = record.test();
      assertEquals(10, test.accuracyByClass().size());
      // 20 test images of each class.
      assertEquals(record.accuracy().last(), test.balancedAccuracy(), 1e-12);
      // A wrong image has at most half of the probability on its class.
      assertTrue(test.negativeLogLikelihood() > (1 - record.accuracy().last()) * Math.log(2));
      assertTrue(test.negativeLogLikelihood() < Math.log(10), record.toString());
      assertTrue(test.calibrationError() >= 0 && test.calibrationError() < 0.5);
    }
  }

  @Test
  void aHighLossTellsFlippedLabels() {
    for (var record : records) {
      var last = record.curve().get(EPOCHS - 1);
      if (record.cell().noise().kind().equals("clean")) {
        assertNull(last.flippedAuroc());
      } else {
        assertTrue(last.flippedAuroc() > 0.8, last.toString());
        assertTrue(last.flippedAuroc() <= 1);
      }
    }
  }

  @Test
  void validationLabelsAreNoisy() {
    for (var record : records) {
      double validation = record.curve().get(EPOCHS - 1).validationAccuracy();
      assertTrue(
          record.cell().noise().kind().equals("clean") ? validation > 0.8 : validation < 0.75);
    }
  }

  @Test
  void noiseIsDrawnOnTheWholeTrainingSet() {
    for (var record : records) {
      int all = 0;
      int kept = 0;
      for (int from = 0; from < 10; from++) {
        for (int to = 0; to < 10; to++) {
          int count = record.labels().transitions().get(from).get(to);
          all += count;
          kept += from == to ? count : 0;
        }
      }
      assertEquals(400, all);
      assertEquals(record.cell().noise().kind().equals("clean") ? 400 : 240, kept);
      assertEquals(1 - kept / 400.0, record.labels().effectiveRate(), 1e-12);
    }
  }

  @Test
  void countsWhatTheOptimizersTook() {
    for (var record : records) {
      boolean psam = record.cell().optimizer().name().equals("psam");
      long steps = (long) EPOCHS * STEPS;
      // psam perturbs every second of the first round(0.6 · 144) = 86 steps: 43 of them
      assertEquals(psam ? steps + 43 : steps, record.cost().gradientEvaluations());
      assertEquals((long) EPOCHS * TRAIN, record.cost().samples());
      assertEquals(
          record.cost().gradientEvaluations(),
          record.curve().get(EPOCHS - 1).gradientEvaluations());
      long flopsPerImage = 3 * 2 * (36 * 128 + 128 * 128 + 128 * 10);
      if (!psam) {
        assertEquals(flopsPerImage * TRAIN * EPOCHS, record.cost().flops());
      }
    }
  }

  @Test
  void timesAddUp() {
    for (var record : records) {
      var cost = record.cost();
      double sum =
          cost.trainSeconds() + cost.evalSeconds() + cost.dataSeconds() + cost.otherSeconds();
      assertEquals(cost.totalSeconds(), sum, 0.01 * cost.totalSeconds());
      assertTrue(cost.trainSeconds() > 0 && cost.evalSeconds() > 0 && cost.dataSeconds() > 0);
      assertTrue(cost.stepMedianSeconds() <= cost.stepP95Seconds());
      assertEquals(cost.trainSeconds(), record.curve().get(EPOCHS - 1).trainSeconds(), 1e-9);
    }
  }

  @Test
  void tellsThePeaksOfMemory() {
    for (var record : records) {
      var cost = record.cost();
      assertTrue(cost.peakHeapMemoryBytes() > 0);
      assertNull(cost.peakDeviceMemoryBytes(), "on the CPU");
      boolean told = Files.exists(Path.of("/proc/self/status"));
      assertEquals(told, cost.peakHostMemoryBytes() != null);
      if (cost.peakOffHeapMemoryBytes() != null) {
        assertEquals(
            cost.peakHostMemoryBytes(),
            cost.peakHeapMemoryBytes() + cost.peakOffHeapMemoryBytes(),
            0.1 * cost.peakHostMemoryBytes(), // read one after the other while the JVM grows
            record.toString());
      }
    }
  }

  @Test
  void evaluatesEveryFifthEpochAndTheLast() {
    for (var record : records) {
      assertEquals(EPOCHS, record.curve().size());
      for (var epoch : record.curve()) {
        boolean due = epoch.epoch() == 5 || epoch.epoch() == 10 || epoch.epoch() == EPOCHS;
        assertEquals(due, epoch.testAccuracy() != null);
        assertEquals(due, epoch.validationAccuracy() != null);
        assertTrue(epoch.trainLoss() > 0);
      }
      assertEquals(record.curve().get(EPOCHS - 1).testAccuracy(), record.accuracy().last());
    }
  }

  @Test
  void tellsWhatIsMemorised() {
    for (var record : records) {
      var epoch = record.curve().get(EPOCHS - 1);
      assertNotNull(epoch.cleanSubsetAccuracy());
      if (record.cell().noise().kind().equals("clean")) {
        assertNull(epoch.flippedNoisyAccuracy());
        assertNull(epoch.flippedTrueAccuracy());
      } else {
        assertTrue(epoch.flippedNoisyAccuracy() + epoch.flippedTrueAccuracy() <= 1);
        assertTrue(epoch.flippedTrueAccuracy() > epoch.flippedNoisyAccuracy());
      }
    }
  }

  /** Cosine: the last step's rate is lr (1 + cos(π (n − 1) / n)) / 2. */
  @Test
  void followsTheSchedule() {
    for (var record : records) {
      int n = EPOCHS * STEPS;
      assertEquals(
          0.05 * (1 + Math.cos(Math.PI * (n - 1) / n)) / 2,
          record.curve().get(EPOCHS - 1).learningRate(),
          1e-15);
    }
  }
}
