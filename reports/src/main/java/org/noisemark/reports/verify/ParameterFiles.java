package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecord;

/** Whether the parameters and logits that a record says were kept are there, unchanged. */
final class ParameterFiles {
  private ParameterFiles() {}

  static List<Finding> check(Path directory, RunRecord record) {
    var findings = new ArrayList<Finding>();
    if (record.keptParametersSha256() != null) {
      record
          .keptParametersSha256()
          .forEach(
              (epoch, expected) -> {
                String found = digest(KeptParameters.file(directory, record.runId(), epoch));
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
    if (record.external() != null && record.external().logitsSha256() != null) {
      String found = digest(KeptParameters.logits(directory, record.runId()));
      if (!found.equals(record.external().logitsSha256())) {
        findings.add(
            Finding.ofRecord(
                record.runId(),
                "external.logits_sha256",
                record.external().logitsSha256(),
                found,
                "is not what lies beside the record"));
      }
    }
    return findings;
  }

  private static String digest(Path file) {
    try {
      return KeptParameters.sha256(KeptParameters.read(file));
    } catch (IOException e) {
      return "no readable " + file.getFileName();
    }
  }
}
