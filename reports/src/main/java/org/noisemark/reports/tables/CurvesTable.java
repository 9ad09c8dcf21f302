package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.Column.count;
import static org.noisemark.reports.tables.Column.number;
import static org.noisemark.reports.tables.Column.share;

import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.tables.CurvesTable.Point;

/** curves.csv: one row a run and epoch. */
public final class CurvesTable {
  public static final Table<Point> TABLE =
      new Table<>(
          "curves",
          "One row a run and epoch, measured after the epoch.",
          List.of(
              Column.<Point>string("suite_version", "Version of the suite", Point::suiteVersion)
                  .required(),
              Column.<Point>string("run_id", "Row of runs.csv", Point::runId).required(),
              Column.<Point>integer("epoch", "epochs", "From 1", point -> point.epoch().epoch())
                  .with("minimum", 1)
                  .required(),
              number(
                  "learning_rate",
                  "",
                  "Learning rate of the last step",
                  point -> point.epoch().learningRate()),
              number(
                  "train_loss_nats",
                  "nats",
                  "Mean over the epoch's examples of the clean pass's loss, on noisy labels",
                  point -> point.epoch().trainLoss()),
              share(
                  "validation_accuracy_ratio",
                  "Accuracy on the validation split, noisy labels",
                  point -> point.epoch().validationAccuracy()),
              share(
                  "test_accuracy_ratio",
                  "Accuracy on the test set, clean labels",
                  point -> point.epoch().testAccuracy()),
              share(
                  "clean_subset_accuracy_ratio",
                  "Accuracy on training examples whose label was not flipped",
                  point -> point.epoch().cleanSubsetAccuracy()),
              share(
                  "flipped_noisy_accuracy_ratio",
                  "Memorisation: accuracy on flipped training examples against the wrong label",
                  point -> point.epoch().flippedNoisyAccuracy()),
              share(
                  "flipped_true_accuracy_ratio",
                  "Correction: accuracy on flipped training examples against the true label",
                  point -> point.epoch().flippedTrueAccuracy()),
              count(
                  "gradient_evaluations_total",
                  "passes",
                  "Forward and backward passes over one mini-batch since the start",
                  point -> point.epoch().gradientEvaluations()),
              Column.amount(
                  "train_time_seconds",
                  "seconds",
                  "Time in training steps since the start",
                  point -> point.epoch().trainSeconds()),
              share(
                  "flipped_auroc_ratio",
                  "How well the loss of a training example tells flipped labels from clean ones:"
                      + " area under the ROC curve, 0.5 for not at all",
                  point -> point.epoch().flippedAuroc())),
          List.of("run_id", "epoch"),
          List.of(new Table.ForeignKey("run_id", "runs")));

  private CurvesTable() {}

  /** A row. */
  public record Point(String suiteVersion, String runId, Epoch epoch) {}

  /** In the order of the runs, made as they are asked for. */
  public static Stream<Point> rows(List<Run> runs) {
    return runs.stream()
        .map(Run::record)
        .flatMap(
            run ->
                run.curve().stream()
                    .map(epoch -> new Point(run.cell().suite().version(), run.runId(), epoch)));
  }
}
