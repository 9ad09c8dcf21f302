package org.noisemark.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.StudyOverview;
import org.noisemark.reports.study.StudyResult;
import org.noisemark.reports.tables.Csv;
import org.noisemark.reports.verify.DerivedFiles;
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
   * Recomputes every file of the studies of a folder, and of what is written about all of them.
   *
   * @param directory with {@link #folders}
   * @return findings by folder
   * @throws IOException if something cannot be read
   */
  public static Map<Path, List<Finding>> check(Path directory) throws IOException {
    var findings = new LinkedHashMap<Path, List<Finding>>();
    var results = new ArrayList<StudyResult>();
    for (var folder : folders(directory)) {
      findings.put(folder, study(folder, results));
    }
    if (!isStudy(directory)) {
      var ordered = Studies.all().stream().map(Study::name).toList();
      results.sort(Comparator.comparingInt(result -> ordered.indexOf(result.name())));
      findings.put(directory, differences(directory, into -> StudyOverview.write(into, results)));
    }
    return findings;
  }

  private static List<Finding> study(Path directory, List<StudyResult> results) throws IOException {
    Study study;
    Form form;
    try {
      var first = Csv.read(Files.readAllBytes(directory.resolve(VERDICTS))).rows().get(0);
      study = Studies.named(first.get("study"));
      form = Form.named(first.get("form"));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return List.of(error(VERDICTS + ": " + e.getMessage()));
    }
    var findings = new ArrayList<Finding>();
    var lab = Lab.toRead(directory);
    var measured = new ArrayList<Measurement>();
    if (!study.suites(form).isEmpty()) {
      measured.addAll(study.ofRuns(runs(lab, study, form, findings)));
    }
    measured.addAll(lab.computed(study, form, findings));
    var result = StudyRun.result(study, form.label(), measured);
    results.add(result);
    findings.addAll(differences(directory, result::write));
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

  /** Writes files into a folder and returns their names. */
  private interface Writer {
    List<String> write(Path folder) throws IOException;
  }

  private static List<Finding> differences(Path directory, Writer writer) throws IOException {
    Path recomputed = Files.createTempDirectory("noisemark-verify");
    try {
      return DerivedFiles.check(directory, recomputed, writer.write(recomputed), "noisemark study");
    } finally {
      Folders.delete(recomputed);
    }
  }

  private static Finding error(String message) {
    return Finding.ofAll(Severity.ERROR, message);
  }
}
