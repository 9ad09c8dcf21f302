package org.noisemark.suite.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.verify.Differences;
import org.noisemark.reports.verify.Finding;

/** The table of a tuning suite against the one that its records give. */
public final class TuningCheck {
  private static final List<String> PRIMARY_KEY =
      List.of(
          "suite_version",
          "dataset",
          "noise",
          "noise_rate",
          "network",
          "optimizer",
          "hyperparameters_json");

  private TuningCheck() {}

  /** Returns nothing for a directory without such a table. */
  public static List<Finding> check(Path directory, List<RunRecord> records) throws IOException {
    Path file = directory.resolve(Tuning.FILE);
    return Files.isRegularFile(file)
        ? Differences.of(
            Tuning.FILE, Files.readAllBytes(file), Tuning.csv(records).getBytes(UTF_8), PRIMARY_KEY)
        : List.of();
  }
}
