package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;

/**
 * Measurements of runs: where a run belongs in a study, and what is read off it. A failed run
 * counts as chance.
 */
final class RunNumbers {
  static final Quantity SELECTED_ACCURACY =
      new Quantity(
          "test_accuracy_selected",
          "ratio",
          "Test accuracy at the epoch that the noisy validation split selects");
  static final Quantity MEMORISED =
      new Quantity(
          "flipped_noisy_accuracy",
          "ratio",
          "Share of the flipped training labels that is fitted after the last epoch");
  static final Quantity GAIN =
      new Quantity("gain_final", "ratio", "Final test accuracy above SGD's of the same seed");
  static final Quantity GAIN_SELECTED =
      new Quantity(
          "gain_selected", "ratio", "Test accuracy at the selected epoch above SGD's likewise");

  /** What {@link #accuracies} measures. */
  static final List<Quantity> ACCURACIES =
      List.of(Quantity.FINAL_ACCURACY, SELECTED_ACCURACY, MEMORISED);

  /** That, and what {@link #gains} measures. */
  static final List<Quantity> WITH_GAINS = with(GAIN, GAIN_SELECTED);

  private final Function<Run, String> setting;
  private final Function<Run, String> series;
  private final ToDoubleFunction<Run> x;

  RunNumbers(Function<Run, String> setting, Function<Run, String> series, ToDoubleFunction<Run> x) {
    this.setting = setting;
    this.series = series;
    this.x = x;
  }

  /** "symmetric-exclusive 0.4, mlp". */
  static String task(Run run) {
    return run.level().label() + ", " + run.setting().network();
  }

  static String optimizer(Run run) {
    return run.method().optimizer();
  }

  /** Returns {@link #ACCURACIES} and more. */
  static List<Quantity> with(Quantity... more) {
    return Stream.concat(ACCURACIES.stream(), Stream.of(more)).toList();
  }

  static double number(Run run, String hyperparameter) {
    return number(run.record().cell(), hyperparameter);
  }

  /** Returns a hyper-parameter that is a number; 0 where the optimizer has none of that name. */
  static double number(Cell cell, String hyperparameter) {
    Object value = cell.optimizer().hyperparameters().get(hyperparameter);
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  /**
   * Returns the final and the selected accuracy, and what is memorised where labels are flipped.
   */
  List<Measurement> accuracies(List<Run> runs) {
    var all = new ArrayList<Measurement>();
    for (var run : runs) {
      add(all, run, Quantity.FINAL_ACCURACY, counted(run, Metric.TEST_ACCURACY_FINAL));
      add(all, run, SELECTED_ACCURACY, counted(run, Metric.TEST_ACCURACY_SELECTED));
      add(all, run, MEMORISED, memorised(run.record()));
    }
    return all;
  }

  /** Returns the gains over the series sgd at the same x, or at x = 0 where it has none there. */
  static List<Measurement> gains(List<Measurement> accuracies) {
    var all = new ArrayList<Measurement>();
    gains(accuracies, Quantity.FINAL_ACCURACY, GAIN, all);
    gains(accuracies, SELECTED_ACCURACY, GAIN_SELECTED, all);
    return all;
  }

  private static void gains(
      List<Measurement> accuracies, Quantity accuracy, Quantity gain, List<Measurement> to) {
    var of = new Measurements(accuracies).of(accuracy.name());
    for (String setting : of.settings()) {
      var own = of.in(setting);
      var sgd = own.series("sgd");
      for (var each : own.all()) {
        var there = sgd.at(each.x());
        var reference = (there.all().isEmpty() ? sgd.at(0) : there).bySeed().get(each.seed());
        if (reference != null && !each.series().equals("sgd")) {
          to.add(
              new Measurement(
                  setting,
                  each.series(),
                  each.x(),
                  gain.name(),
                  each.seed(),
                  each.value() - reference,
                  each.runId()));
        }
      }
    }
  }

  private void add(List<Measurement> all, Run run, Quantity quantity, Optional<Double> value) {
    value.ifPresent(
        number ->
            all.add(
                new Measurement(
                    setting.apply(run),
                    series.apply(run),
                    x.applyAsDouble(run),
                    quantity.name(),
                    run.record().cell().seed(),
                    number,
                    run.record().runId())));
  }

  private static Optional<Double> counted(Run run, Metric accuracy) {
    var counted = run.counted(accuracy);
    return counted.isPresent() ? Optional.of(counted.getAsDouble()) : Optional.empty();
  }

  private static Optional<Double> memorised(RunRecord record) {
    return record.status() == RunRecord.Status.OK
        ? Optional.ofNullable(record.curve().get(record.curve().size() - 1).flippedNoisyAccuracy())
        : Optional.empty();
  }
}
