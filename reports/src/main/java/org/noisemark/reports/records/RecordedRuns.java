package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The runs of a directory, asked for by name. */
public final class RecordedRuns {
  private static final int SHOWN = 3;

  private RecordedRuns() {}

  /**
   * Returns the record of the run whose name begins like that.
   *
   * @param prefix of a run id; the whole of it is one, too
   * @throws IllegalArgumentException if none does, naming the nearest, or several do
   * @throws IOException if the directory holds no records, or that one cannot be read
   */
  public static RunRecord find(String prefix, Path directory) throws IOException {
    List<String> ids =
        RunRecords.files(directory).stream()
            .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
            .toList();
    var found = ids.stream().filter(id -> id.startsWith(prefix)).toList();
    if (found.size() == 1) {
      return RunRecords.read(RunRecords.file(directory, found.get(0)));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no run '"
              + prefix
              + "' in "
              + directory
              + ", which has "
              + ids.size()
              + "; nearest are "
              + nearest(prefix, ids));
    }
    throw new IllegalArgumentException(
        found.size()
            + " runs in "
            + directory
            + " begin with '"
            + prefix
            + "', among them "
            + found.subList(0, Math.min(SHOWN, found.size()))
            + "; give more digits");
  }

  private static List<String> nearest(String prefix, List<String> ids) {
    return ids.stream()
        .sorted(
            Comparator.comparingInt(
                (String id) ->
                    Nearest.distance(
                        prefix, id.substring(0, Math.min(prefix.length(), id.length())))))
        .limit(SHOWN)
        .toList();
  }
}
