package org.noisemark.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.records.RunId;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

/** What was published stays readable: records written before a field existed lack it. */
class PublishedRecordsTest {
  @Test
  void areReadWithoutWhatWasMeasuredLater() throws IOException {
    List<RunRecord> records = RunRecords.readAll(List.of(Path.of("published", "standard")));
    assertEquals(0, records.size() % 15, "whole seeds of 15 cells");
    for (RunRecord record : records) {
      boolean measured = record.cell().seed() > 3; // trained when these fields existed
      assertEquals(measured, record.cost().peakHeapMemoryBytes() != null);
      assertEquals(measured, record.cost().peakOffHeapMemoryBytes() != null);
      assertNull(record.cost().peakDeviceMemoryBytes());
    }
  }

  /** A changed canonical form would train everything again. */
  @Test
  void keepTheirNames() throws IOException {
    for (RunRecord record : RunRecords.readAll(List.of(Path.of("published", "standard")))) {
      assertEquals(record.runId(), RunId.of(record.cell()));
    }
  }
}
