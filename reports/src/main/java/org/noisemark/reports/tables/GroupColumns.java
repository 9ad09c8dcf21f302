package org.noisemark.reports.tables;

import java.util.List;
import java.util.function.Function;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;

/** What cost.csv and timing.csv have in common. */
final class GroupColumns {
  static final List<String> PRIMARY_KEY =
      List.of(
          "suite_version",
          "dataset",
          "network",
          "optimizer",
          "engine",
          "device",
          "suite",
          "precision",
          "hyperparameters_json");

  private GroupColumns() {}

  static List<Column<Group>> leading() {
    return List.of(
        text("suite_version", "Version of the suite", group -> group.setting().suiteVersion()),
        text("dataset", "Name of the data set", group -> group.setting().dataset()),
        text("network", "Name of the network", group -> group.setting().network()),
        text("optimizer", "Name of the optimizer", group -> group.method().optimizer()),
        text("engine", "Name of the engine", GroupColumns::engine),
        text("device", "cpu or cuda", group -> group.setting().device()),
        Column.<Group>count(
                "seeds",
                "",
                "Training seeds of the runs, each with all its noises, failed runs included",
                Group::seeds)
            .required());
  }

  static List<Column<Group>> trailing() {
    return List.of(
        text("suite", "Name of the suite", group -> group.setting().suite()),
        text("precision", "Type of the numbers trained on", group -> group.setting().precision()),
        text(
            "hyperparameters_json",
            "All hyper-parameters, a JSON object with sorted keys",
            group -> group.method().hyperparametersJson()),
        Column.<Group>count(
                "runs_total", "runs", "Runs, failed ones included", group -> group.runs().size())
            .required(),
        Column.<Group>count(
                "runs_ok_total",
                "runs",
                "Runs with status ok, which the means and medians are over",
                group -> Run.count(group.runs(), Status.OK))
            .required(),
        EnvironmentsTable.reference(Group::runs));
  }

  /** The mean per run. */
  static Column<Group> mean(Metric metric) {
    return Column.amount(
        metric.column(),
        metric.unit(),
        "Mean per run over noises and seeds, status ok: " + metric.description(),
        group -> metric.mean(group.runs()));
  }

  private static String engine(Group group) {
    return group.method().isExternal() ? Cell.Engine.EXTERNAL : group.setting().engine();
  }

  private static Column<Group> text(
      String name, String description, Function<Group, String> value) {
    return Column.string(name, description, value).required();
  }
}
