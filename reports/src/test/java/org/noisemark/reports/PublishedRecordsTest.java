package org.noisemark.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.records.RunId;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

/** What was published stays what it was. */
class PublishedRecordsTest {
  /** A changed canonical form would train everything again. */
  @Test
  void keepTheirNames() throws IOException {
    for (RunRecord record : RunRecords.readAll(List.of(Path.of("published", "quick")))) {
      assertEquals(record.runId(), RunId.of(record.cell()));
    }
  }
}
