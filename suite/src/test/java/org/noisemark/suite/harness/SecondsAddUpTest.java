package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.engine.Engines;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;

/** On every engine, the parts of a run's time are all of it, and no more than a clock beside it. */
class SecondsAddUpTest {
  private static final double NANOSECOND = 1e-9;

  @TempDir Path directory;

  static Stream<String> engines() {
    return Engines.names().stream().filter(name -> !name.equals("libtorch-graphs")); // for GPUs
  }

  @ParameterizedTest
  @MethodSource("engines")
  void trainEvalDataAndOtherAreTheTotal(String engine) throws IOException {
    var plan =
        Tiny.plan(
            Tiny.SUITE
                .replace("engine: reference", "engine: " + engine)
                .replace("seeds: 2", "seeds: 1"));
    long start = System.nanoTime();
    Tiny.harness().run(plan, RunFolder.open(directory), 1, Progress.quiet());
    double outside = (System.nanoTime() - start) * NANOSECOND;

    double inside = 0;
    for (var record : RunRecords.readAll(List.of(directory))) {
      assertEquals(Status.OK, record.status(), record.statusDetail());
      var cost = record.cost();
      double sum =
          cost.trainSeconds() + cost.evalSeconds() + cost.dataSeconds() + cost.otherSeconds();
      assertEquals(cost.totalSeconds(), sum, 0.01 * cost.totalSeconds(), engine);
      assertTrue(cost.trainSeconds() > 0 && cost.evalSeconds() > 0 && cost.dataSeconds() > 0);
      assertTrue(cost.otherSeconds() >= 0);
      inside += cost.totalSeconds();
    }
    assertTrue(inside > 0 && inside <= outside, inside + " s within " + outside + " s");
  }
}
