package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.noisemark.reports.results.Metric.GRADIENT_EVALUATIONS;
import static org.noisemark.reports.results.Metric.TEST_ACCURACY_FINAL;
import static org.noisemark.reports.results.Metric.TRAIN_TIME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.records.CommitFixture;
import org.noisemark.reports.records.CommitRecords;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.PairedTest;

class HistoryTest {
  private static final History HISTORY = History.of(CommitFixture.commits());

  @Test
  void whatWasPlantedIsAStepAndNothingElse() {
    assertEquals(List.of("c3 sam"), steps(HISTORY, TEST_ACCURACY_FINAL));
    assertEquals(List.of("d4 sgd"), steps(HISTORY, TRAIN_TIME));
    assertEquals(List.of("d4 sgd"), steps(HISTORY, GRADIENT_EVALUATIONS));
  }

  /** The losses are 2.05, 2.10 … 2.25 points; alone in its family, Holm leaves the p-value. */
  @Test
  void aChangeIsPairedBySeed() {
    Row row = HISTORY.steps(TEST_ACCURACY_FINAL).get(0);
    Change change = row.change(TEST_ACCURACY_FINAL).orElseThrow();
    Estimate losses = Estimate.of(new double[] {-.0205, -.021, -.0215, -.022, -.0225});
    assertEquals(losses.mean(), change.mean(), 1e-12);
    assertEquals(losses.interval().get().low(), change.interval().get().low(), 1e-12);
    assertEquals(
        PairedTest.pValue(losses, 0).getAsDouble(), change.holmPValue().getAsDouble(), 1e-12);
    assertEquals(1.5, change(HISTORY, "d4", TRAIN_TIME).mean(), 0.01);
  }

  @Test
  void equalParametersAreNoTest() {
    Change change = change(HISTORY, "b2", TEST_ACCURACY_FINAL);
    assertTrue(change.identical());
    assertEquals(OptionalDouble.empty(), change.holmPValue());
    assertTrue(change(HISTORY, "b2", TRAIN_TIME).holmPValue().isPresent());
  }

  @Test
  void timesOfAnotherMachineAreNotCompared() {
    List<CommitRecords> commits = new ArrayList<>(CommitFixture.commits());
    CommitRecords last = commits.remove(3);
    commits.add(
        new CommitRecords(
            last.commit(),
            last.records().stream()
                .map(run -> Edited.with(run, Map.of("environment.cpu_cores", 64)))
                .toList()));
    History history = History.of(commits);
    assertEquals(List.of(), steps(history, TRAIN_TIME));
    assertEquals(List.of("d4 sgd"), steps(history, GRADIENT_EVALUATIONS));
  }

  @Test
  void aRunThatFailsCountsAsChance() {
    var before = new CommitRecords("a", List.of(Fixture.run("sgd", 1, 0.8).record()));
    var after = new CommitRecords("b", List.of(Fixture.failed("sgd", 1, Status.DIVERGED).record()));
    History history = History.of(List.of(before, after));
    assertEquals(-0.55, change(history, "b", TEST_ACCURACY_FINAL).mean(), 1e-12);
    assertEquals(List.of(), steps(history, TEST_ACCURACY_FINAL), "one seed shows no step");
  }

  @Test
  void aCommitThatTrainedSomethingElseIsPassedOver() {
    List<CommitRecords> commits = new ArrayList<>(CommitFixture.commits());
    commits.add(2, new CommitRecords("other", List.of(Fixture.run("psam", 1, 0.8).record())));
    History history = History.of(commits);
    Row step = history.steps(TEST_ACCURACY_FINAL).get(0);
    assertEquals("b2".repeat(20), step.before().commit().name());
    assertEquals(4, step.commit().number());
  }

  private static List<String> steps(History history, Metric metric) {
    return history.steps(metric).stream()
        .map(row -> row.commit().name().substring(0, 2) + " " + row.method().optimizer())
        .toList();
  }

  /** Of sgd. */
  private static Change change(History history, String commit, Metric metric) {
    return history.rows().stream()
        .filter(row -> row.commit().name().startsWith(commit))
        .filter(row -> row.method().optimizer().equals("sgd"))
        .findFirst()
        .flatMap(row -> row.change(metric))
        .orElseThrow();
  }
}
