package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecord;

/** Whether the parameters that a record says were kept are there, unchanged. */
final class ParameterFiles {
  private ParameterFiles() {}

  static List<Finding> check(Path directory, RunRecord record) {
    var findings = new ArrayList<Finding>();
    if (record.keptParametersSha256() != null) {
      record
          .keptParametersSha256()
          .forEach(
              (epoch, expected) -> {
                String found = digest(directory, record.runId(), epoch);
                if (!found.equals(expected)) {
                  findings.add(
                      Finding.ofRecord(
                          record.runId(),
                          "kept_parameters_sha256." + epoch,
                          expected,
                          found,
                          "is not what lies beside the record"));
                }
              });
    }
    return findings;
  }

  private static String digest(Path directory, String runId, int epoch) {
    try {
      return KeptParameters.sha256(KeptParameters.read(directory, runId, epoch));
    } catch (IOException e) {
      return "no readable " + KeptParameters.file(directory, runId, epoch).getFileName();
    }
  }
}
