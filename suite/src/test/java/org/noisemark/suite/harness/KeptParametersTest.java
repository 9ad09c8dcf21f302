package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.verify.Results;
import org.noisemark.reports.verify.Verification;

class KeptParametersTest {
  private static final String KEEPING =
      Tiny.SUITE.replace(
          "memorisation_samples: 100", "memorisation_samples: 100\n  keep_parameters: [1, final]");

  @TempDir Path directory;

  @Test
  void lieBesideTheRecordThatHoldsTheirDigest() throws IOException {
    Tiny.run(Tiny.plan(KEEPING), directory);
    for (var record : RunRecords.readAll(List.of(directory))) {
      assertEquals(Set.of(1, 3), record.keptParametersSha256().keySet());
      assertEquals(record.finalParametersSha256(), record.keptParametersSha256().get(3));
      float[] first = KeptParameters.read(directory, record.runId(), 1);
      assertEquals(record.keptParametersSha256().get(1), KeptParameters.sha256(first));
      byte[] bytes = Files.readAllBytes(KeptParameters.file(directory, record.runId(), 1));
      assertEquals(128 + 4 * first.length, bytes.length);
      assertTrue(
          new String(bytes, 10, 118, StandardCharsets.US_ASCII)
              .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (" + first.length));
    }
  }

  @Test
  void nothingIsKeptByDefault() throws IOException {
    Tiny.run(Tiny.plan(), directory);
    for (var record : RunRecords.readAll(List.of(directory))) {
      assertNull(record.keptParametersSha256());
      assertFalse(Files.exists(KeptParameters.file(directory, record.runId(), 3)));
    }
  }

  @Test
  void aChangedOrMissingFileIsFound() throws IOException {
    Tiny.run(Tiny.plan(KEEPING), directory);
    var records = RunRecords.readAll(List.of(directory));
    var changed = KeptParameters.file(directory, records.get(0).runId(), 1);
    byte[] bytes = Files.readAllBytes(changed);
    bytes[200] ^= 1;
    Files.write(changed, bytes);
    Files.delete(KeptParameters.file(directory, records.get(1).runId(), 3));
    var found =
        Verification.ofFiles(Results.read(directory)).stream()
            .filter(finding -> finding.toString().contains("kept_parameters_sha256"))
            .toList();
    assertEquals(2, found.size(), found.toString());
  }
}
