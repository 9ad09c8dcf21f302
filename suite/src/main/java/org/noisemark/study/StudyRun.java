package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.StudyResult;
import org.noisemark.suite.harness.Progress;

/** Runs studies. */
public final class StudyRun {
  private StudyRun() {}

  /**
   * Trains and computes what is missing, and judges.
   *
   * @throws IllegalArgumentException if an engine or data set is not to be had
   * @throws InterruptedException if it was stopped; what was done is kept
   */
  public static StudyResult of(Study study, Form form, Lab lab, Progress progress)
      throws IOException, InterruptedException {
    lab.requireDevice(form);
    var measured = new ArrayList<Measurement>();
    var suites = study.suites(form);
    if (!suites.isEmpty()) {
      measured.addAll(study.ofRuns(lab.train(suites, progress)));
    }
    measured.addAll(lab.compute(study, form));
    return result(study, form.label(), measured);
  }

  /** Returns what measurements say. */
  public static StudyResult result(Study study, String form, List<Measurement> measured) {
    var measurements = new Measurements(measured);
    return new StudyResult(
        study.name(),
        form,
        study.description(),
        study.axis(),
        study.quantities(),
        study.claims().stream().map(claim -> claim.judge(measurements)).toList(),
        study.figures(),
        measurements);
  }
}
