package org.noisemark.suite.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.Seeds;
import org.noisemark.datasets.own.OwnData;
import org.noisemark.nn.InitialParameters;
import org.noisemark.optim.Cost;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.verify.Finding;
import org.noisemark.reports.verify.Finding.Severity;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.ParameterHash;
import org.noisemark.suite.training.Preparation;
import org.noisemark.suite.training.PreparedData;

/**
 * Holds records to what their settings and seeds give, as far as that takes no training: noisy
 * labels, initial parameters, counters and learning rates, and the accuracies of a program's
 * logits.
 */
public final class Recomputation {
  /** Cosines may differ by an ulp between virtual machines. */
  private static final double RATE_TOLERANCE = 1e-12;

  private final Path directory;
  private final DataHome home;
  private final Preparation preparation;
  private final Map<String, String> initialParameters = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final Map<Cell.Dataset, Boolean> present = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private Recomputation(Path directory, DataHome home) {
    this.directory = directory;
    this.home = home;
    this.preparation = new Preparation(Preparation.Source.of(home));
  }

  /**
   * @param directory that the records lie in
   * @param home where data sets are looked for; what cannot be drawn without one is left out, and a
   *     note says so
   * @throws IOException if a data set is there and cannot be read
   */
  public static List<Finding> check(List<RunRecord> records, Path directory, DataHome home)
      throws IOException {
    var recomputation = new Recomputation(directory, home);
    for (var record : records) {
      recomputation.check(record);
    }
    return List.copyOf(recomputation.findings);
  }

  private void check(RunRecord record) throws IOException {
    var missing = RecordedPlugins.missing(record);
    if (missing.isPresent()) {
      if (absent.add(missing.get())) {
        findings.add(
            Finding.ofAll(
                Severity.NOTE,
                missing.get()
                    + "; labels, initial parameters and counters of its runs were not"
                    + " recomputed"));
      }
      return;
    }
    try {
      RecordedPlugins.changed(record)
          .ifPresent(
              line -> {
                throw new IllegalArgumentException(line);
              });
      var cell = Cells.checked(record.cell());
      if (isHere(cell.dataset())) {
        var data = preparation.of(cell);
        labels(record, data);
        initialParameters(record, cell, data);
        if (record.status() == Status.OK) {
          counts(record, ExpectedCounts.of(cell, data));
          findings.addAll(RecordedLogits.check(record, directory, data));
        }
      }
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.ofAll(
              Severity.ERROR,
              "run " + record.runId() + " cannot be recomputed: " + e.getMessage()));
    }
  }

  /** Tells of each data set once where it is not what it was. */
  private boolean isHere(Cell.Dataset dataset) throws IOException {
    var known = present.get(dataset);
    if (known == null) {
      var own = Cells.own(dataset);
      known =
          own.isPresent() ? isHere(dataset.label(), own.get()) : isPublishedHere(dataset.name());
      present.put(dataset, known);
    }
    return known;
  }

  private boolean isPublishedHere(String dataset) {
    boolean here = Datasets.named(dataset).locate(home).isPresent();
    if (!here) {
      notRecomputed(dataset + " is not here", ": noisemark data fetch " + dataset);
    }
    return here;
  }

  private boolean isHere(String label, OwnData data) throws IOException {
    if (!data.isHere()) {
      notRecomputed(label + " is not at " + data.path(), "");
      return false;
    }
    var changed = data.changed();
    changed.ifPresent(
        line ->
            findings.add(
                Finding.ofAll(
                    Severity.ERROR, "runs of " + label + " cannot be recomputed: " + line)));
    return changed.isEmpty();
  }

  private void notRecomputed(String what, String advice) {
    findings.add(
        Finding.ofAll(
            Severity.NOTE,
            what
                + ", so its labels, initial parameters and counters were not recomputed"
                + advice));
  }

  private void labels(RunRecord record, PreparedData data) {
    if (record.labels() == null) {
      return;
    }
    var drawn = data.labels();
    var transitions =
        Arrays.stream(drawn.transitions()).map(row -> Arrays.stream(row).boxed().toList()).toList();
    String message = "is not what the noise and its seed give";
    expect(record, "labels.sha256", record.labels().sha256(), drawn.sha256(), message);
    expect(record, "labels.transitions", record.labels().transitions(), transitions, message);
  }

  private void initialParameters(RunRecord record, Cell cell, PreparedData data) {
    if (record.initialParametersSha256() == null) {
      return;
    }
    String hash =
        initialParameters.computeIfAbsent(
            cell.dataset().label() + " " + cell.network().label() + " " + cell.seed(),
            key ->
                ParameterHash.of(
                    InitialParameters.draw(
                        CellRunner.network(cell, data).layout(),
                        Seeds.derive(cell.seed(), "initial"))));
    expect(
        record,
        "initial_parameters_sha256",
        record.initialParametersSha256(),
        hash,
        "is not what network and seed give");
  }

  private void counts(RunRecord record, ExpectedCounts expected) {
    String message = "is not what the optimizer, its settings and the number of steps give";
    expect(record, "cost.samples", record.cost().samples(), expected.samples(), message);
    if (expected.flops().isPresent()) {
      expect(record, "cost.flops", record.cost().flops(), expected.flops().getAsLong(), message);
    }
    int epochs = expected.epochs().size();
    if (record.curve().size() != epochs) {
      return; // found already
    }
    for (int i = 0; i < epochs; i++) {
      var epoch = record.curve().get(i);
      var known = expected.epochs().get(i);
      if (!known.allows(epoch.gradientEvaluations())) {
        wrong(
            record,
            "curve[" + i + "].gradient_evaluations",
            epoch.gradientEvaluations(),
            gradients(known.gradientEvaluations()),
            message);
      }
      double rate = known.learningRate();
      if (Math.abs(epoch.learningRate() - rate) > RATE_TOLERANCE) {
        wrong(
            record,
            "curve[" + i + "].learning_rate",
            epoch.learningRate(),
            rate,
            "is not what the schedule gives");
      }
    }
  }

  private static Object gradients(Cost cost) {
    long least = Math.round(cost.least());
    return cost.isExact() ? (Object) least : least + " to " + Math.round(cost.most());
  }

  private void expect(
      RunRecord record, String field, Object stored, Object expected, String message) {
    if (!Objects.equals(stored, expected)) {
      wrong(record, field, stored, expected, message);
    }
  }

  private void wrong(
      RunRecord record, String field, Object stored, Object expected, String message) {
    findings.add(Finding.ofRecord(record.runId(), field, stored, expected, message));
  }
}
