package org.noisemark.suite.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import tools.jackson.core.io.NumberOutput;

/**
 * What a tuning suite is run for: each optimizer's combinations of hyper-parameters, ranked by the
 * accuracy on the noisy validation split after the last epoch, which is the epoch that leaderboards
 * rank. Test accuracies have no part in it.
 */
public final class Tuning {
  static final String FILE = "tuning.csv";

  /** Stands for the mean over all noises. */
  static final String ALL = "all";

  private static final String[] COLUMNS = {
    "suite_version",
    "dataset",
    "noise",
    "noise_rate",
    "network",
    "optimizer",
    "rank",
    "runs_total",
    "validation_accuracy_final_mean_ratio",
    "validation_accuracy_selected_mean_ratio",
    "hyperparameters_json"
  };

  /** Where combinations are ranked among themselves. */
  private record Contest(
      String version, String dataset, String noise, String rate, String network, String optimizer)
      implements Comparable<Contest> {
    static Contest of(RunRecord record) {
      var cell = record.cell();
      return new Contest(
          cell.suite().version(),
          cell.dataset().name(),
          cell.noise().kind(),
          number(cell.noise().rate()),
          cell.network().name(),
          cell.optimizer().name());
    }

    Contest overAllNoises() {
      return new Contest(version, dataset, ALL, "", network, optimizer);
    }

    @Override
    public int compareTo(Contest other) {
      return toList().toString().compareTo(other.toList().toString());
    }

    List<String> toList() {
      return List.of(version, dataset, network, optimizer, noise, rate);
    }
  }

  private Tuning() {}

  /** Writes the table, whole or not at all. */
  public static void write(List<RunRecord> records, Path directory) throws IOException {
    Path temporary = directory.resolve("." + FILE + ".tmp");
    Files.writeString(temporary, csv(records), UTF_8);
    Files.move(
        temporary,
        directory.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns the table; its rows do not depend on the order of the records. */
  static String csv(List<RunRecord> records) throws IOException {
    var contests = new TreeMap<Contest, Map<String, List<RunRecord>>>();
    for (var record : records.stream().sorted(Comparator.comparing(RunRecord::runId)).toList()) {
      String combination = Json.canonical(record.cell().hyperparameters());
      for (var contest : List.of(Contest.of(record), Contest.of(record).overAllNoises())) {
        contests
            .computeIfAbsent(contest, key -> new TreeMap<>())
            .computeIfAbsent(combination, key -> new ArrayList<>())
            .add(record);
      }
    }
    var text = new StringWriter();
    var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(COLUMNS).get();
    try (var printer = format.print(text)) {
      for (var contest : contests.entrySet()) {
        int rank = 0;
        for (var combination : ranked(contest.getValue())) {
          var c = contest.getKey();
          var runs = contest.getValue().get(combination);
          printer.printRecord(
              c.version(),
              c.dataset(),
              c.noise(),
              c.rate(),
              c.network(),
              c.optimizer(),
              ++rank,
              runs.size(),
              number(mean(runs, Tuning::last)),
              number(mean(runs, Tuning::selected)),
              combination);
        }
      }
    }
    return text.toString();
  }

  private static List<String> ranked(Map<String, List<RunRecord>> combinations) {
    return combinations.keySet().stream()
        .sorted(Comparator.comparingDouble(key -> -mean(combinations.get(key), Tuning::last)))
        .toList();
  }

  private static double mean(List<RunRecord> runs, Function<RunRecord, Double> value) {
    return runs.stream().collect(Collectors.averagingDouble(value::apply));
  }

  /** A failed run counts as guessing would. */
  private static double last(RunRecord run) {
    return run.status() == Status.OK
        ? run.curve().get(run.curve().size() - 1).validationAccuracy()
        : chance(run);
  }

  private static double selected(RunRecord run) {
    return run.status() == Status.OK
        ? run.curve().get(run.accuracy().selectedEpoch() - 1).validationAccuracy()
        : chance(run);
  }

  private static double chance(RunRecord run) {
    return run.labels() == null ? 0 : 1.0 / run.labels().transitions().size();
  }

  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
