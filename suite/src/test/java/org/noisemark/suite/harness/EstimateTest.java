package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecords;

@Tag("slow")
class EstimateTest {
  @TempDir Path directory;

  @Test
  void countsTheGradientsThatAreTakenThen() throws IOException {
    var plan = Tiny.plan();

    var estimate = Estimate.of(plan, 2, name -> Tiny.DATA);
    Tiny.run(plan, directory);

    var records = RunRecords.readAll(List.of(directory));
    assertEquals(plan.cells().size(), estimate.cells());
    assertEquals(
        records.stream().mapToLong(record -> record.cost().gradientEvaluations()).sum(),
        estimate.gradientEvaluations().expected());
    // The last batch of each epoch is 8 of 32; counted as whole, 12 batches are 384 of 360 images.
    assertEquals(
        records.stream().mapToLong(record -> record.cost().flops()).sum(),
        estimate.flops() * 360.0 / 384.0,
        0.02 * estimate.flops());
    assertTrue(estimate.coreSeconds() > 0);
    assertEquals(estimate.coreSeconds() / 2, estimate.wallSeconds(), 1e-9);
  }
}
