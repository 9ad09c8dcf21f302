package org.noisemark.reports.gate;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;

/**
 * What one side of a gate is.
 *
 * @param name "baseline" or "candidate"
 * @param directory as the user named it
 * @param suites name and version of each suite it holds, sorted, joined by ", "
 * @param commits that its runs were made from, likewise
 * @param runs how many
 * @param engines that trained them, likewise
 * @param latestStart of its runs, UTC; empty without any
 */
public record Side(
    String name,
    String directory,
    String suites,
    String commits,
    int runs,
    String engines,
    Optional<Instant> latestStart) {
  static Side of(String name, String directory, List<Run> runs) {
    return new Side(
        name,
        directory,
        distinct(
            runs, record -> record.cell().suite().name() + " " + record.cell().suite().version()),
        distinct(
            runs,
            record ->
                record.program().gitCommit().isEmpty() ? "unknown" : record.program().gitCommit()),
        runs.size(),
        distinct(
            runs,
            record -> record.cell().engine().name() + " on " + record.cell().engine().device()),
        runs.stream().map(run -> run.record().startedAt()).max(Comparator.naturalOrder()));
  }

  static String distinct(List<Run> runs, Function<RunRecord, String> value) {
    return runs.stream()
        .map(run -> value.apply(run.record()))
        .distinct()
        .sorted()
        .collect(joining(", "));
  }
}
