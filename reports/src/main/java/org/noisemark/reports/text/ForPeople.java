package org.noisemark.reports.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.boards.Resolution;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;

/** Numbers and sentences for reading, rounded; never for files that programs read. */
public final class ForPeople {
  static final String ABSENT = "-";

  private ForPeople() {}

  /** Rounded to that many decimals; "-" where not measured. */
  public static String fixed(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
        : ABSENT;
  }

  public static String fixed(double value, int decimals) {
    return fixed(OptionalDouble.of(value), decimals);
  }

  /** "+1.25 [+0.75, +1.75]", in percentage points. */
  static String difference(Difference difference) {
    Estimate estimate = difference.estimate();
    String mean = String.format(Locale.ROOT, "%+.2f", 100 * estimate.mean());
    return mean
        + estimate
            .interval()
            .map(i -> String.format(Locale.ROOT, " [%+.2f, %+.2f]", 100 * i.low(), 100 * i.high()))
            .orElse("");
  }

  /** The mean as a multiple of each reference's. */
  static Stream<String> ratios(Group group, Metric metric, References references) {
    return references.optimizers().stream().map(other -> fixed(group.ratio(metric, other), 2));
  }

  /** What a board can tell, a sentence each. */
  public static List<String> resolution(Resolution resolution) {
    var sentences = new ArrayList<String>();
    if (resolution.isNoisy()) {
      sentences.add(
          resolution.memorises()
              ? memorised(resolution)
              : "No flipped label is memorised here: this board compares optimizers, not their"
                  + " robustness.");
    }
    if (resolution.smallestDifference().isPresent()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Told apart: %d of %d pairs of methods (%s).",
              resolution.toldApart(),
              resolution.pairs(),
              resolution.levels().stream()
                  .map(
                      level ->
                          String.format(
                              Locale.ROOT,
                              "%d of %d %s",
                              level.toldApart(),
                              level.pairs(),
                              level.level().label()))
                  .collect(Collectors.joining(", "))));
      sentences.add(
          String.format(
              Locale.ROOT,
              "The median pair shows differences from %s points on; 1 point takes %s seeds.",
              fixed(100 * resolution.smallestDifference().getAsDouble(), 1),
              resolution.seedsForOnePoint().isPresent()
                  ? resolution.seedsForOnePoint().getAsInt()
                  : "more than 100000"));
    } else {
      sentences.add("One seed shows no difference: intervals take two.");
    }
    return sentences;
  }

  private static String memorised(Resolution resolution) {
    var noisy =
        resolution.levels().stream().filter(level -> level.memorised().isPresent()).toList();
    return String.format(
        Locale.ROOT,
        "At the end %s fits %s of the flipped labels, where guessing fits %s %%.",
        resolution.reference(),
        noisy.stream()
            .map(
                level ->
                    String.format(
                        Locale.ROOT,
                        "%s %% (%s)",
                        fixed(100 * level.memorised().get().mean(), 0),
                        level.level().label()))
            .collect(Collectors.joining(", ")),
        fixed(100 * noisy.get(0).chance().orElse(0), 0));
  }

  static OptionalDouble milliseconds(OptionalDouble seconds) {
    return seconds.isPresent() ? OptionalDouble.of(1000 * seconds.getAsDouble()) : seconds;
  }

  /** "90 runs: 88 ok, 2 diverged". */
  public static String status(List<Run> runs) {
    String counts =
        Arrays.stream(Status.values())
            .filter(status -> Run.count(runs, status) > 0)
            .map(status -> Run.count(runs, status) + " " + status.label())
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%d runs: %s", runs.size(), counts);
  }

  /** One line a failed run. */
  public static List<String> failures(List<Run> runs) {
    return runs.stream()
        .filter(run -> !run.ok())
        .map(
            run ->
                String.format(
                    Locale.ROOT,
                    "%s: %s, %s, %s, %s, seed %d, run %s: %s",
                    run.record().status().label(),
                    run.setting().dataset(),
                    run.level().label(),
                    run.setting().network(),
                    run.method().optimizer(),
                    run.record().cell().seed(),
                    run.record().runId(),
                    run.record().statusDetail().replaceAll("\\R", " ")))
        .toList();
  }

  /** "noisemark 0.1.0, commit 0123abc", one each. */
  public static List<String> programs(List<Run> runs) {
    return runs.stream()
        .map(run -> run.record().program())
        .distinct()
        .map(
            program ->
                String.format(
                    Locale.ROOT,
                    "noisemark %s, commit %s",
                    program.version(),
                    program.gitCommit().isEmpty() ? "unknown" : program.gitCommit()))
        .sorted()
        .toList();
  }

  public static String environment(Environment environment) {
    var parts = new ArrayList<String>();
    parts.add(
        String.format(Locale.ROOT, "%s, %d cores", environment.cpuModel(), environment.cpuCores()));
    parts.add(String.format(Locale.ROOT, "%d GiB of memory", environment.memoryBytes() >> 30));
    if (!environment.gpuModel().isEmpty()) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d × %s, driver %s",
              environment.gpuCount(),
              environment.gpuModel(),
              environment.gpuDriver()));
    }
    parts.add(environment.os());
    parts.add("Java " + environment.jvm());
    environment.engineVersions().forEach((name, version) -> parts.add(name + " " + version));
    parts.add(String.format(Locale.ROOT, "%d runs side by side", environment.workers()));
    environment.threadSettings().forEach((name, value) -> parts.add(name + "=" + value));
    return String.join("; ", parts);
  }
}
