package org.noisemark.reports.results;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunOrder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.records.RunRecord.Status;

/**
 * A run record with what the tables derive from it.
 *
 * @param chance 1/classes, the accuracy at which a failed run is counted; empty if no run on that
 *     data set got as far as drawing its labels, so that the number of classes is not known
 * @param prices the user's; empty without a price file
 */
public record Run(
    RunRecord record,
    Task task,
    Method method,
    OptionalDouble chance,
    String environmentId,
    Optional<Prices> prices) {

  /** What is paired: the same labels, initial parameters and batch order. */
  public record Replicate(long noiseSeed, long seed) implements Comparable<Replicate> {
    private static final Comparator<Replicate> ORDER =
        Comparator.comparingLong(Replicate::noiseSeed).thenComparingLong(Replicate::seed);

    @Override
    public int compareTo(Replicate other) {
      return ORDER.compare(this, other);
    }
  }

  /** Without prices. */
  public static List<Run> of(List<RunRecord> records) {
    return of(records, Optional.empty());
  }

  /** Sorted by key, whatever the order they come in. */
  public static List<Run> of(List<RunRecord> records, Optional<Prices> prices) {
    Map<String, Integer> classes = new HashMap<>();
    for (RunRecord record : records) {
      if (record.labels() != null) {
        classes.merge(
            record.cell().dataset().label(), record.labels().transitions().size(), Math::max);
      }
    }
    Map<Environment, String> environments = new HashMap<>();
    return RunOrder.sorted(records).stream()
        .map(
            record ->
                new Run(
                    record,
                    Task.of(record),
                    Method.of(record.cell()),
                    chance(classes.get(record.cell().dataset().label())),
                    environments.computeIfAbsent(record.environment(), Run::environmentId),
                    prices))
        .toList();
  }

  public Setting setting() {
    return task.setting();
  }

  public NoiseLevel level() {
    return task.level();
  }

  public boolean ok() {
    return record.status() == Status.OK;
  }

  public Replicate replicate() {
    return new Replicate(record.cell().noise().seed(), record.cell().seed());
  }

  /** An accuracy as it is counted: the measured one, or chance for a failed run. */
  public OptionalDouble counted(Metric accuracy) {
    return ok() ? OptionalDouble.of(accuracy.measured(this).doubleValue()) : chance;
  }

  /** The suites of runs with their versions: "quick 2.0.0". */
  public static String suites(List<Run> runs) {
    return runs.stream()
        .map(run -> run.setting().suite() + " " + run.setting().suiteVersion())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The environments of runs by id, sorted. */
  public static List<Map.Entry<String, Environment>> environments(List<Run> runs) {
    var environments = new TreeMap<String, Environment>();
    runs.forEach(run -> environments.put(run.environmentId, run.record.environment()));
    return List.copyOf(environments.entrySet());
  }

  /** The runs of two methods that are compared. */
  public static List<Run> both(List<Run> own, List<Run> reference) {
    return Stream.concat(own.stream(), reference.stream()).toList();
  }

  public static long count(List<Run> runs, Status status) {
    return runs.stream().filter(run -> run.record.status() == status).count();
  }

  static String environmentId(Environment environment) {
    byte[] canonical = Json.canonical(environment).getBytes(StandardCharsets.UTF_8);
    return "e" + DigestUtils.sha256Hex(canonical).substring(0, 12);
  }

  private static OptionalDouble chance(Integer classes) {
    return classes == null ? OptionalDouble.empty() : OptionalDouble.of(1.0 / classes);
  }
}
