package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.Column.integer;
import static org.noisemark.reports.tables.Column.number;
import static org.noisemark.reports.tables.Column.share;
import static org.noisemark.reports.tables.Column.string;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;

/** runs.csv: one row a run, failed ones too. */
public final class RunsTable {
  /** Units that are counted. */
  private static final Set<String> WHOLE =
      Set.of("passes", "samples", "operations", "bytes", "steps");

  public static final Table<Run> TABLE =
      new Table<>(
          "runs",
          "One row a run. A failed run keeps its row; its accuracies are empty, and in the"
              + " leaderboard it counts as chance.",
          Stream.of(
                  what(),
                  outcome(),
                  columns(EnumSet.range(Metric.EFFECTIVE_RATE, Metric.DEVICE_HOURS)),
                  circumstances(),
                  columns(EnumSet.range(Metric.PEAK_HEAP_MEMORY, Metric.MONEY)),
                  MoneyColumns.of(Run::prices),
                  program(),
                  columns(EnumSet.range(Metric.BALANCED_ACCURACY, Metric.FLIPPED_AUROC)),
                  byClass())
              .flatMap(List::stream)
              .toList(),
          List.of("run_id"),
          List.of(new Table.ForeignKey("environment_id", "environments")));

  private RunsTable() {}

  private static List<Column<Run>> what() {
    return List.of(
        text("suite_version", "Version of the suite", run -> run.cell().suite().version()),
        text("dataset", "Name of the data set", run -> run.cell().dataset().label()),
        text(
            "noise",
            "Specification of the label noise with its version, or clean",
            run -> run.cell().noise().name()),
        Column.<Run>share("noise_rate", "Nominal noise rate", run -> run.level().rate()).required(),
        text("network", "Name of the network", run -> run.cell().network().label()),
        text("optimizer", "Name of the optimizer", run -> run.cell().method()),
        Column.<Run>integer(
                "seed",
                "",
                "Training seed: initial parameters, order, augmentation",
                run -> run.record().cell().seed())
            .required(),
        text("run_id", "Hash of the run's configuration", RunRecord::runId)
            .with("pattern", "r[0-9a-f]{16}")
            .with("unique", true),
        text("status", "How the run ended", run -> run.status().label())
            .with("enum", Arrays.stream(Status.values()).map(Status::label).toList()),
        string("status_detail", "One line on a failure", run -> run.record().statusDetail()));
  }

  private static List<Column<Run>> outcome() {
    return List.of(
        column(Metric.TEST_ACCURACY_FINAL),
        column(Metric.TEST_ACCURACY_SELECTED),
        column(Metric.TEST_ACCURACY_BEST),
        share(
            "test_accuracy_best_minus_final_ratio",
            "Test accuracy lost between the best epoch and the last",
            accuracy(accuracy -> accuracy.best() - accuracy.last())),
        share(
            "test_accuracy_counted_ratio",
            "What the leaderboard averages: the final test accuracy, or chance (1 / classes) for a"
                + " failed run; empty if no run on the data set tells the number of classes",
            run -> run.counted(Metric.TEST_ACCURACY_FINAL)),
        integer(
            "selected_epoch",
            "epochs",
            "Epoch chosen on the noisy validation split, from 1",
            accuracy(Accuracy::selectedEpoch)),
        integer(
            "best_epoch",
            "epochs",
            "Epoch of the best test accuracy, from 1",
            accuracy(Accuracy::bestEpoch)),
        integer(
            "epochs_finished",
            "epochs",
            "Epochs trained whole",
            run -> run.record().curve().size()));
  }

  private static List<Column<Run>> columns(Set<Metric> metrics) {
    return metrics.stream().map(RunsTable::column).toList();
  }

  private static Column<Run> column(Metric metric) {
    String description = metric.description();
    String text = Character.toUpperCase(description.charAt(0)) + description.substring(1);
    Column<Run> plain =
        WHOLE.contains(metric.unit())
            ? Column.count(metric.column(), metric.unit(), text, metric::measured)
            : Column.amount(metric.column(), metric.unit(), text, metric::measured);
    return metric.unit().equals("ratio") ? plain.with("maximum", 1) : plain;
  }

  private static List<Column<Run>> circumstances() {
    return List.of(
        string("energy_method", "How energy was read", run -> run.record().cost().energyMethod()),
        string(
            "energy_scope",
            "What the energy counters cover",
            run -> run.record().cost().energyScope()),
        text("suite", "Name of the suite", run -> run.cell().suite().name()),
        text("engine", "Name of the engine", run -> run.cell().engine().name()),
        text("device", "cpu or cuda", run -> run.cell().engine().device()),
        text("precision", "Type of the numbers trained on", run -> run.cell().engine().precision()),
        Column.<Run>integer(
                "noise_seed",
                "",
                "Seed of the label noise, shared by every method",
                run -> run.record().cell().noise().seed())
            .required(),
        hyperparameter("rho", "", "Radius of the perturbation"),
        hyperparameter("learning_rate", "", "Learning rate the schedule starts from"),
        hyperparameter("weight_decay", "", "Weight decay"),
        hyperparameter("momentum", "", "Momentum"),
        hyperparameter("batch_size", "samples", "Training examples a step"),
        hyperparameter("epochs", "epochs", "Epochs asked for"),
        Column.<Run>string(
                "hyperparameters_json",
                "All hyper-parameters, a JSON object with sorted keys",
                run -> run.method().hyperparametersJson())
            .required(),
        string(
            "labels_sha256",
            "SHA-256 of the noisy labels, one byte each",
            run -> Optional.ofNullable(run.record().labels()).map(RunRecord.Labels::sha256)),
        string(
            "initial_parameters_sha256",
            "SHA-256 of the initial parameters",
            run -> run.record().initialParametersSha256()),
        string(
            "final_parameters_sha256",
            "SHA-256 of the parameters after the last epoch",
            run -> run.record().finalParametersSha256()),
        Column.<Run>string("environment_id", "Row of environments.csv", Run::environmentId)
            .required(),
        Column.<Run>datetime(
                "started_at", "When the run began, UTC", run -> run.record().startedAt())
            .required());
  }

  private static List<Column<Run>> program() {
    return List.of(
        text(
            "noise_count",
            "exact for exactly that share of flipped labels, bernoulli for each label by itself",
            run -> run.cell().noise().count()),
        text("noisemark_version", "Version of noisemark", run -> run.program().version()),
        string(
            "git_commit",
            "Commit of noisemark, with -dirty where the tree was changed; empty if unknown",
            run -> run.record().program().gitCommit()),
        Column.<Run>string(
                "notes_json",
                "Exact memory and builds of kernel and JVM, a JSON object: what changes no result",
                run -> Json.canonical(run.record().notes()))
            .required());
  }

  private static List<Column<Run>> byClass() {
    return List.of(
        string(
            "test_accuracy_by_class_json",
            "Test accuracy of each class after the last epoch, a JSON array in the data set's"
                + " order",
            run ->
                Optional.ofNullable(run.record().test())
                    .map(test -> Json.canonical(test.accuracyByClass()))));
  }

  private static Column<Run> text(
      String name, String description, Function<RunRecord, String> value) {
    return Column.<Run>string(name, description, run -> value.apply(run.record())).required();
  }

  private static Column<Run> hyperparameter(String name, String unit, String description) {
    return number(
        name,
        unit,
        "Hyper-parameter: " + description.toLowerCase(Locale.ROOT),
        run -> run.record().cell().hyperparameters().get(name));
  }

  private static Function<Run, Object> accuracy(Function<Accuracy, Object> value) {
    return run -> Optional.ofNullable(run.record().accuracy()).map(value);
  }
}
