package org.noisemark.reports.records;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.noisemark.reports.records.RunRecord.Status;

/** What must hold between the fields of one run record, whoever wrote it. */
final class RecordCheck {
  private static final Predicate<String> RUN_ID = Pattern.compile(RunId.PATTERN).asMatchPredicate();
  private static final Predicate<String> VERSION =
      Pattern.compile("\\d+\\.\\d+\\.\\d+").asMatchPredicate();

  private RecordCheck() {}

  /**
   * @throws IllegalArgumentException with one line that says which field is wrong
   */
  static void check(RunRecord record) {
    require(
        record.format() == RunRecord.FORMAT,
        "format version %d, but this program writes version %d",
        record.format(),
        RunRecord.FORMAT);
    require(
        RUN_ID.test(record.runId()), "run_id \"%s\" is not r and 16 hex digits", record.runId());
    String version = record.cell().suite().version();
    require(VERSION.test(version), "cell.suite.version \"%s\" is not major.minor.patch", version);
    double rate = record.cell().noise().rate();
    require(rate >= 0 && rate <= 1, "cell.noise.rate %s is outside 0 to 1", rate);
    boolean ok = record.status() == Status.OK;
    require(
        ok == (record.accuracy() != null),
        "accuracy must be there if the status is ok, and null otherwise");
    require(!ok || record.labels() != null, "labels may not be null if the status is ok");
    boolean external = record.cell().engine().trainer() != null;
    require(record.external() == null || external, "external must be null where an engine trained");
    require(
        !ok || !external || record.external() != null && record.external().logitsSha256() != null,
        "external.logits_sha256 may not be null if the status is ok and a trainer is named");
    if (record.labels() != null) {
      List<List<Integer>> transitions = record.labels().transitions();
      require(
          !transitions.isEmpty()
              && transitions.stream().allMatch(row -> row.size() == transitions.size()),
          "labels.transitions is not a square matrix");
    }
    for (int row = 0; row < record.curve().size(); row++) {
      int epoch = record.curve().get(row).epoch();
      require(epoch == row + 1, "curve[%d].epoch is %d, expected %d", row, epoch, row + 1);
    }
  }

  private static void require(boolean holds, String message, Object... got) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, got));
    }
  }
}
