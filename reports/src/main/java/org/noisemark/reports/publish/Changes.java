package org.noisemark.reports.publish;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.publish.ChangeNotes.Part;
import org.noisemark.reports.publish.Version.Step;
import org.noisemark.reports.tables.TableDifference.Moved;

/** What a version has that the one before it had not. */
final class Changes {
  private static final int SHOWN = 50;
  private static final String RUNS = "runs";

  /** Of runs.csv and environments.csv: what numbers may move with. */
  private static final Map<String, List<String>> CIRCUMSTANCES =
      Map.of(
          RUNS,
          List.of(
              "suite",
              "suite_version",
              "engine",
              "device",
              "precision",
              "noisemark_version",
              "git_commit"),
          "environments",
          List.of("engine_versions_json", "jvm", "os", "cpu_model", "gpu_model", "gpu_driver"));

  private final List<Part> parts = new ArrayList<>();

  private Changes() {}

  /** Of the first version. */
  static ChangeNotes first(Version version, Map<String, StoredTable> tables) {
    int runs = tables.get(RUNS).rows().size();
    return new ChangeNotes(
        version, String.format(Locale.ROOT, "The first version: %d runs.", runs), List.of());
  }

  /**
   * @param files names of files that are no tables and changed
   */
  static ChangeNotes between(
      Version last,
      Map<String, StoredTable> before,
      Version next,
      Map<String, StoredTable> after,
      Collection<TableChange> tables,
      Collection<String> files) {
    var changes = new Changes();
    changes.circumstances(before, after);
    tables.stream()
        .filter(change -> change.table().equals(RUNS))
        .forEach(change -> changes.cells(before.get(RUNS), after.get(RUNS), change));
    tables.forEach(changes::columns);
    tables.stream().filter(change -> !change.rows().moved().isEmpty()).forEach(changes::moved);
    changes.counts(tables, files);
    String lead = String.format(Locale.ROOT, "What changed against %s.", last);
    return new ChangeNotes(next, lead, changes.parts);
  }

  private void circumstances(Map<String, StoredTable> before, Map<String, StoredTable> after) {
    var lines =
        CIRCUMSTANCES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
            .flatMap(
                table ->
                    table.getValue().stream()
                        .map(
                            column ->
                                circumstance(
                                    column, before.get(table.getKey()), after.get(table.getKey()))))
            .filter(line -> !line.isEmpty())
            .toList();
    list("Versions and machines", lines);
  }

  private static String circumstance(String column, StoredTable before, StoredTable after) {
    String old = values(column, before);
    String now = values(column, after);
    return old.equals(now) ? "" : String.format(Locale.ROOT, "%s: %s → %s", column, old, now);
  }

  private static String values(String column, StoredTable table) {
    return table == null
        ? "none"
        : table.rows().values().stream()
            .map(row -> row.getOrDefault(column, ""))
            .map(value -> value.isEmpty() ? "none" : value)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
  }

  private void cells(StoredTable before, StoredTable after, TableChange change) {
    list(
        "Cells added",
        change.rows().added().stream().map(key -> cell(after.rows().get(key))).toList());
    list(
        "Cells removed",
        change.rows().removed().stream().map(key -> cell(before.rows().get(key))).toList());
  }

  private static String cell(Map<String, String> run) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s %s, %s, %s, seed %s, %s",
        run.get("run_id"),
        run.get("dataset"),
        run.get("noise"),
        run.get("noise_rate"),
        run.get("network"),
        run.get("optimizer"),
        run.get("seed"),
        run.get("status"));
  }

  private void columns(TableChange change) {
    list("Columns of " + change.table() + ".csv", change.columns());
  }

  private void moved(TableChange change) {
    Map<String, List<List<String>>> byShortKey =
        change.rows().moved().stream()
            .map(Moved::key)
            .distinct()
            .collect(groupingBy(Changes::withoutJson));
    list(
        "Values of " + change.table() + ".csv, old → new",
        change.rows().moved().stream()
            .map(
                moved -> {
                  String key = withoutJson(moved.key());
                  return String.format(
                      Locale.ROOT,
                      "%s: %s %s → %s",
                      byShortKey.get(key).size() == 1 ? key : String.join(", ", moved.key()),
                      moved.column(),
                      shown(moved.before()),
                      shown(moved.after()));
                })
            .toList());
  }

  private void counts(Collection<TableChange> tables, Collection<String> files) {
    list(
        "By file",
        Stream.concat(
                tables.stream()
                    .map(
                        change ->
                            String.format(
                                Locale.ROOT,
                                "%s.csv: %d rows added, %d removed, %d values moved%s",
                                change.table(),
                                change.rows().added().size(),
                                change.rows().removed().size(),
                                change.rows().moved().size(),
                                change.step() == Step.MAJOR ? ", other columns" : "")),
                files.stream().map(file -> file + ": changed"))
            .toList());
  }

  private void list(String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    var shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), SHOWN)));
    if (lines.size() > SHOWN) {
      shown.add(String.format(Locale.ROOT, "and %d more", lines.size() - SHOWN));
    }
    parts.add(new Part(heading, shown));
  }

  private static String withoutJson(List<String> key) {
    return key.stream().filter(part -> !part.startsWith("{")).collect(Collectors.joining(", "));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "empty" : value;
  }
}
