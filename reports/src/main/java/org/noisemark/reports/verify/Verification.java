package org.noisemark.reports.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.records.RunRecord;

/** All that can be found of a directory from its files alone. */
public final class Verification {
  private Verification() {}

  /** Holds a directory's files against each other: nothing else is needed. */
  public static List<Finding> ofFiles(Results results) throws IOException {
    var findings = new ArrayList<>(results.unreadable());
    findings.addAll(Manifest.check(results.directory()));
    results.records().forEach(record -> findings.addAll(RecordConsistency.check(record)));
    results
        .records()
        .forEach(record -> findings.addAll(ParameterFiles.check(results.directory(), record)));
    if (!results.records().isEmpty()) {
      findings.addAll(DerivedFiles.check(results.directory(), Pairing.distinct(results.records())));
    }
    findings.addAll(Schema.check(results.directory()));
    return List.copyOf(findings);
  }

  /**
   * Holds the runs of one or several directories against each other.
   *
   * @param timings whether their times are to be compared
   */
  public static List<Finding> ofRuns(List<RunRecord> records, boolean timings) {
    var findings = new ArrayList<>(Pairing.check(records));
    findings.addAll(Circumstances.check(records, timings));
    return List.copyOf(findings);
  }
}
