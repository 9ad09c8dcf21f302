package org.noisemark.reports.text;

import static org.noisemark.reports.text.ForPeople.ABSENT;
import static org.noisemark.reports.text.ForPeople.difference;
import static org.noisemark.reports.text.ForPeople.fixed;
import static org.noisemark.reports.text.Markdown.escape;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Aggregate;
import org.noisemark.reports.boards.CostToTarget;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Published;
import org.noisemark.reports.boards.PublishedResult;
import org.noisemark.reports.boards.Robustness;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** The sections of summary.md beside the plain boards: what stands in tables of their own. */
final class SummarySections {
  private SummarySections() {}

  static void write(Derived derived, Markdown text) {
    String reference = derived.references().first();
    robustness(derived.robustness(), reference, text);
    aggregate(derived.aggregate(), reference, text);
    costToTarget(derived.costToTarget(), reference, text);
    published(derived.published(), text);
  }

  private static void robustness(List<Robustness.Row> rows, String reference, Markdown text) {
    if (rows.isEmpty()) {
      return;
    }
    text.heading("Robustness over noise rates");
    text.line("Area under the curve of final test accuracy against nominal rate, by the range of");
    text.line("rates, accuracy at the highest rate and drop from clean labels, in percent; in");
    text.line(
        String.format(
            Locale.ROOT,
            "brackets the difference to %s of as many epochs with its interval, paired by seed.",
            Markdown.escape(reference)));
    text.line("");
    text.head(
        5,
        List.of(
            "data set", "network", "noise", "rates", "optimizer", "area", "highest rate", "drop"));
    Map<Method, String> labels = labels(rows.stream().map(Robustness.Row::method).toList());
    for (Robustness.Row row : rows) {
      boolean compared = !row.method().optimizer().equals(reference);
      text.row(
          Stream.of(
              row.setting().dataset(),
              row.setting().network(),
              row.noise(),
              Numbers.text(row.rates().get(0))
                  + " to "
                  + Numbers.text(row.rates().get(row.rates().size() - 1)),
              labels.get(row.method()),
              figure(row.area(), compared),
              figure(row.worst(), compared),
              figure(row.drop(), compared)));
    }
  }

  private static String figure(Robustness.Figure figure, boolean compared) {
    String own = figure.own().map(Estimate::mean).map(m -> fixed(100 * m, 2)).orElse(ABSENT);
    return own
        + figure
            .versusReference()
            .filter(versus -> compared)
            .map(versus -> " (" + difference(versus) + ")")
            .orElse("");
  }

  private static void aggregate(List<Aggregate.Row> rows, String reference, Markdown text) {
    text.heading("All noises at once");
    text.line(
        "Interquartile mean of final test accuracy in percent over all data sets, noises and");
    text.line(
        String.format(
            Locale.ROOT,
            "seeds; probability that a run beats one of %s under the same noise; 95 %% intervals by",
            Markdown.escape(reference)));
    text.line("the stratified bootstrap; p of the sign-flip test, corrected by Holm.");
    text.line("");
    text.head(
        2,
        List.of(
            "network",
            "optimizer",
            "runs",
            "interquartile mean",
            "difference to " + reference,
            String.format(Locale.ROOT, "beats %s (%%)", reference),
            "p (Holm)"));
    Map<Method, String> labels = labels(rows.stream().map(Aggregate.Row::method).toList());
    for (Aggregate.Row row : rows) {
      text.row(
          Stream.of(
              row.setting().network(),
              labels.get(row.method()),
              Integer.toString(row.runs()),
              row.missing() > 0
                  ? String.format(
                      Locale.ROOT, "%d of %d noises missing", row.missing(), row.strata())
                  : row.accuracy().map(f -> figure(f, 2)).orElse(ABSENT),
              row.versusReference().map(f -> figure(f, 2)).orElse(ABSENT),
              row.improvement().map(f -> figure(f, 0)).orElse(ABSENT),
              fixed(row.holm(), 3)));
    }
  }

  private static String figure(Aggregate.Figure figure, int decimals) {
    Interval interval = figure.interval();
    return String.format(
        Locale.ROOT,
        "%s [%s, %s]",
        fixed(100 * figure.value(), decimals),
        fixed(100 * interval.low(), decimals),
        fixed(100 * interval.high(), decimals));
  }

  private static void costToTarget(List<CostToTarget.Row> all, String reference, Markdown text) {
    List<CostToTarget.Row> rows =
        all.stream().filter(row -> row.target() == CostToTarget.Target.FINAL_95_PERCENT).toList();
    if (rows.isEmpty()) {
      return;
    }
    text.heading(
        String.format(Locale.ROOT, "Cost to reach 95 %% of the final accuracy of %s", reference));
    text.line("Median gradient evaluations up to the first epoch that reaches it, a miss being");
    text.line(
        "infinite; in brackets how many runs got there. Other targets: cost\\_to\\_target.csv.");
    text.line("");
    List<String> noises = rows.stream().map(SummarySections::column).distinct().toList();
    text.head(1, Stream.concat(Stream.of("optimizer"), noises.stream()).toList());
    Map<Method, String> labels = labels(rows.stream().map(r -> r.standing().method()).toList());
    var cells = new TreeMap<String, Map<String, String>>();
    for (CostToTarget.Row row : rows) {
      cells
          .computeIfAbsent(labels.get(row.standing().method()), label -> new TreeMap<>())
          .merge(column(row), reached(row), (one, other) -> one + "; " + other);
    }
    cells.forEach(
        (label, byNoise) ->
            text.row(
                Stream.concat(
                    Stream.of(label),
                    noises.stream().map(noise -> byNoise.getOrDefault(noise, ABSENT)))));
  }

  private static String column(CostToTarget.Row row) {
    Setting setting = row.standing().setting();
    return String.format(
        Locale.ROOT,
        "%s %s %s",
        setting.dataset(),
        setting.network(),
        row.standing().level().label());
  }

  private static String reached(CostToTarget.Row row) {
    OptionalDouble median = row.median(Metric.GRADIENT_EVALUATIONS);
    return String.format(
        Locale.ROOT,
        "%s (%d of %d)",
        fixed(median, 0),
        row.reached(),
        row.standing().runs().size());
  }

  private static void published(List<Published.Row> rows, Markdown text) {
    text.heading("Published numbers");
    if (rows.isEmpty()) {
      text.line(
          String.format(
              Locale.ROOT,
              "None of the %d published test accuracies that ship with noisemark is of a data set,",
              PublishedResult.all().size()));
      text.line("network and noise in this report; they are of CIFAR-10 and CIFAR-100.");
      return;
    }
    text.line("Measured by others, not here; ours beside them in percent where we ran the method.");
    text.line("");
    text.head(
        6,
        List.of(
            "data set, network, noise",
            "method",
            "source",
            "epoch reported",
            "protocol",
            "differences",
            "published",
            "ours, last epoch",
            "ours, best epoch"));
    for (Published.Row row : rows) {
      PublishedResult result = row.result();
      text.row(
          Stream.of(
              String.format(
                  Locale.ROOT,
                  "%s, %s, %s",
                  row.setting().dataset(),
                  row.setting().network(),
                  row.level().label()),
              escape(result.method()),
              escape(result.source() + ", " + result.table()),
              result.reporting().label(),
              escape(result.notes()),
              row.differences(),
              fixed(100 * result.accuracy(), 2)
                  + (result.spread().isEmpty() ? "" : " ± " + escape(result.spread())),
              percent(row, Metric.TEST_ACCURACY_FINAL),
              percent(row, Metric.TEST_ACCURACY_BEST)));
    }
  }

  private static String percent(Published.Row row, Metric accuracy) {
    OptionalDouble mean =
        row.own().map(own -> Leaderboard.mean(own.runs(), accuracy)).orElse(OptionalDouble.empty());
    return mean.isPresent() ? fixed(100 * mean.getAsDouble(), 2) : ABSENT;
  }

  private static Map<Method, String> labels(Collection<Method> methods) {
    return Labels.of(methods.stream().distinct().toList());
  }
}
