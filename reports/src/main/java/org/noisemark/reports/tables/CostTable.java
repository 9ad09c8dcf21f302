package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.GroupColumns.mean;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;

/** cost.csv: one row a method, data set and network, over all noises and seeds. */
public final class CostTable {
  public static Table<Group> of(References references) {
    return new Table<>(
        "cost",
        "One row a method, data set, network, engine and device: means per run over all noises"
            + " and seeds of the runs with status ok. Ratios are between such means within the"
            + " same suite, data set, network, engine, device and precision.",
        Stream.of(
                GroupColumns.leading(),
                relative(references, Metric.GRADIENT_EVALUATIONS, "gradient_evaluations"),
                List.of(mean(Metric.FLOPS)),
                relative(references, Metric.TRAIN_TIME, "train_time"),
                GroupColumns.trailing(),
                rest(),
                relative(references, Metric.MONEY, "money"),
                MoneyColumns.<Group>of(group -> group.runs().get(0).prices()))
            .flatMap(List::stream)
            .toList(),
        GroupColumns.PRIMARY_KEY,
        List.of(new Table.ForeignKey("environment_id", "environments")));
  }

  private CostTable() {}

  /** The mean, and it as a multiple of each reference's. */
  private static List<Column<Group>> relative(References references, Metric metric, String name) {
    return Stream.concat(
            Stream.of(mean(metric)),
            references.optimizers().stream()
                .map(
                    optimizer ->
                        Column.<Group>amount(
                            String.format(Locale.ROOT, "%s_vs_%s_ratio", name, optimizer),
                            "ratio",
                            String.format(
                                    Locale.ROOT,
                                    "%s as a multiple of that of %s; of several rows of %s, the one with as",
                                    metric.column(),
                                    optimizer,
                                    optimizer)
                                + " many epochs (for a row of its own optimizer, with the usual"
                                + " ones), then the one that agrees in most hyper-parameters; empty"
                                + " without one",
                            group -> group.ratio(metric, optimizer))))
        .toList();
  }

  private static List<Column<Group>> rest() {
    return List.of(
        mean(Metric.FORWARD_PASSES),
        mean(Metric.SAMPLES),
        mean(Metric.TOTAL_TIME),
        mean(Metric.CORE_HOURS),
        mean(Metric.DEVICE_HOURS),
        maximum(Metric.PEAK_HOST_MEMORY),
        mean(Metric.ENERGY_CPU),
        mean(Metric.ENERGY_GPU),
        named("energy_method", "How energy was read", cost -> cost.energyMethod()),
        named("energy_scope", "What the energy counters cover", cost -> cost.energyScope()),
        maximum(Metric.PEAK_HEAP_MEMORY),
        maximum(Metric.PEAK_OFF_HEAP_MEMORY),
        maximum(Metric.PEAK_DEVICE_MEMORY));
  }

  private static Column<Group> maximum(Metric metric) {
    return Column.amount(
        metric.column(),
        metric.unit(),
        "Maximum over the runs with status ok: " + metric.description(),
        group -> metric.maximum(group.runs()));
  }

  private static Column<Group> named(
      String name, String description, Function<RunRecord.Cost, String> value) {
    return Column.string(
        name,
        description + "; several are joined by a semicolon",
        group ->
            String.join(
                "; ",
                group.runs().stream()
                    .map(run -> value.apply(run.record().cost()))
                    .filter(text -> !text.isEmpty())
                    .sorted()
                    .distinct()
                    .toList()));
  }
}
