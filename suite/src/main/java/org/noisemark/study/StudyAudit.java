package org.noisemark.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.StudyResult;
import org.noisemark.reports.tables.Csv;
import org.noisemark.reports.verify.Differences;
import org.noisemark.reports.verify.Finding;
import org.noisemark.reports.verify.Finding.Severity;

/** A folder that a study wrote, held to what its runs and computations say. Trains nothing. */
public final class StudyAudit {
  private static final String VERDICTS = "verdicts.csv";
  private static final String MEASUREMENTS = "measurements.csv";

  private StudyAudit() {}

  /**
   * Returns the folders of studies that a folder is or holds, sorted; none if it is of another
   * kind.
   */
  public static List<Path> folders(Path directory) throws IOException {
    if (isStudy(directory)) {
      return List.of(directory);
    }
    if (!Files.isRegularFile(directory.resolve(VERDICTS))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(StudyAudit::isStudy).sorted().toList();
    }
  }

  private static boolean isStudy(Path directory) {
    return Files.isRegularFile(directory.resolve(MEASUREMENTS));
  }

  /**
   * Recomputes every file of a study.
   *
   * @throws IOException if it cannot be read
   */
  public static List<Finding> check(Path directory) throws IOException {
    Csv verdicts;
    Study study;
    Form form;
    try {
      verdicts = Csv.read(Files.readAllBytes(directory.resolve(VERDICTS)));
      study = Studies.named(verdicts.rows().get(0).get("study"));
      form = Form.named(verdicts.rows().get(0).get("form"));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return List.of(error(VERDICTS + ": " + e.getMessage()));
    }
    var findings = new ArrayList<Finding>();
    var lab = Lab.toRead(directory);
    var measured = new ArrayList<Measurement>();
    var suites = study.suites(form);
    if (!suites.isEmpty()) {
      measured.addAll(study.ofRuns(runs(lab, study, form, findings)));
    }
    measured.addAll(lab.computed(study, form, findings));
    findings.addAll(differences(directory, StudyRun.result(study, form.label(), measured)));
    return findings;
  }

  /** Every cell of the study must have a record, and no other cell. */
  private static List<Run> runs(Lab lab, Study study, Form form, List<Finding> findings)
      throws IOException {
    var folder = RunFolder.open(lab.runs());
    var records = folder.readable();
    var planned = new HashSet<String>();
    for (var cell : lab.plan(study.suites(form)).cells()) {
      planned.add(cell.runId());
      if (folder.find(cell.runId()).isEmpty()) {
        findings.add(error("missing: " + cell.label() + ", run " + cell.runId()));
      }
    }
    for (var record : records) {
      if (!planned.contains(record.runId())) {
        findings.add(error("run " + record.runId() + " is no cell of the study " + study.name()));
      }
    }
    return Run.of(records);
  }

  private static List<Finding> differences(Path directory, StudyResult result) throws IOException {
    Path recomputed = Files.createTempDirectory("noisemark-verify");
    try {
      var findings = new ArrayList<Finding>();
      for (String file : result.write(recomputed)) {
        Path stored = directory.resolve(file);
        if (!Files.isRegularFile(stored)) {
          findings.add(error(file + " is missing; 'noisemark study' writes it"));
        } else {
          findings.addAll(
              Differences.of(
                  file,
                  Files.readAllBytes(stored),
                  Files.readAllBytes(recomputed.resolve(file)),
                  result.primaryKey(file)));
        }
      }
      return findings;
    } finally {
      Folders.delete(recomputed);
    }
  }

  private static Finding error(String message) {
    return Finding.ofAll(Severity.ERROR, message);
  }
}
