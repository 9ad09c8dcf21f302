package org.noisemark.suite.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.machine.Machine;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.harness.Tiny;

class RunLogTest {
  @Test
  void recordsTheDevicesPeakOfARunAlone() {
    assertEquals(5_000_000_000L, peakWith(1, OptionalLong.of(5_000_000_000L)));
    assertNull(peakWith(1, OptionalLong.empty()));
  }

  /** The allocator is the process's: its peak would count the neighbours' memory as well. */
  @Test
  void putsNoDeviceMemoryDownToOneOfSeveralWorkers() {
    assertNull(peakWith(2, OptionalLong.of(5_000_000_000L)));
  }

  private static Long peakWith(int workers, OptionalLong peak) {
    var cell = Tiny.plan().cells().get(0);
    var environment = Machine.environment(Engines.named(cell.engine().name()), Device.CPU, workers);
    var log = new RunLog(cell, environment, true);
    log.peakDeviceMemory(peak);
    return log.trained(Status.ERROR, "made up").record().cost().peakDeviceMemoryBytes();
  }
}
