package org.noisemark.reports.records;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of runs in every file: by what was trained, last by run id, so that it is total. */
public final class RunOrder {
  /** major.minor.patch by number: 1.10.0 comes after 1.9.0. */
  public static final Comparator<String> BY_VERSION = RunOrder::compareVersions;

  private static final Comparator<String> BY_PARTS =
      comparingInt((String version) -> part(version, 0))
          .thenComparingInt(version -> part(version, 1))
          .thenComparingInt(version -> part(version, 2));

  private static final Comparator<Keyed> BY_KEY =
      comparing((Keyed run) -> run.cell().suite().version(), BY_VERSION)
          .thenComparing(
              Keyed::cell,
              comparing((Cell cell) -> cell.dataset().label())
                  .thenComparing(NoiseLevel::of)
                  .thenComparing(cell -> cell.network().label())
                  .thenComparing(Cell::method))
          .thenComparing(run -> run.cell().suite().name())
          .thenComparing(
              Keyed::cell,
              comparing((Cell cell) -> cell.engine().name())
                  .thenComparing(cell -> cell.engine().device())
                  .thenComparing(cell -> cell.engine().precision()))
          .thenComparing(Keyed::hyperparametersJson)
          .thenComparing(
              Keyed::cell,
              Comparator.comparingLong((Cell cell) -> cell.noise().seed())
                  .thenComparingLong(Cell::seed))
          .thenComparing(run -> run.record.runId());

  private RunOrder() {}

  /** The JSON is made once a run, not once a comparison. */
  private record Keyed(RunRecord record, String hyperparametersJson) {
    Cell cell() {
      return record.cell();
    }
  }

  public static List<RunRecord> sorted(Collection<RunRecord> records) {
    return records.stream()
        .map(record -> new Keyed(record, Json.canonical(record.cell().hyperparameters())))
        .sorted(BY_KEY)
        .map(Keyed::record)
        .toList();
  }

  /** Most that are compared are equal, and are not taken apart. */
  private static int compareVersions(String one, String other) {
    return one.equals(other) ? 0 : BY_PARTS.compare(one, other);
  }

  private static int part(String version, int index) {
    return Integer.parseInt(version.split("\\.")[index]);
  }
}
