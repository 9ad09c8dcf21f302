package org.noisemark.reports.tables;

import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Trial;

/** tuning.csv: what hyper-parameters are chosen from. */
public final class TuningTable {
  public static final Table<Trial> TABLE =
      new Table<>(
          "tuning",
          "One row a combination of hyper-parameters of an optimizer of which several were tried,"
              + " data set and network, over all noises and seeds; the best first. A failed run"
              + " counts as chance, 1 / classes. Test accuracies have no part in it.",
          Stream.of(leading(), KeyColumns.<Trial>rest(Trial::setting, Trial::method))
              .flatMap(List::stream)
              .toList(),
          KeyColumns.key("suite_version", "dataset", "network", "optimizer"),
          List.of());

  private TuningTable() {}

  private static List<Column<Trial>> leading() {
    return List.of(
        KeyColumns.text(
            "suite_version", "Version of the suite", row -> row.setting().suiteVersion()),
        KeyColumns.text("dataset", "Name of the data set", row -> row.setting().dataset()),
        KeyColumns.text("network", "Name of the network", row -> row.setting().network()),
        KeyColumns.text("optimizer", "Name of the optimizer", row -> row.method().optimizer()),
        Column.<Trial>count("epochs", "", "Epochs trained for", row -> row.method().epochs())
            .required(),
        Column.<Trial>count(
                "rank",
                "",
                "Place by the accuracy after the last epoch, among the combinations of the same"
                    + " optimizer and epochs; of equal ones the first in order of their"
                    + " hyper-parameters",
                Trial::rank)
            .required(),
        Column.<Trial>count("runs_total", "", "Runs, failed ones too", row -> row.runs().size())
            .required(),
        Column.<Trial>share(
                "validation_accuracy_final_mean_ratio",
                "Mean accuracy on the noisy validation split after the last epoch",
                Trial::finalAccuracy)
            .required(),
        Column.<Trial>share(
                "validation_accuracy_selected_mean_ratio",
                "Mean accuracy on the noisy validation split at the epoch where it is highest",
                Trial::selectedAccuracy)
            .required());
  }
}
