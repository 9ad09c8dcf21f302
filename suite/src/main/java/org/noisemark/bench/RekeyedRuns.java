package org.noisemark.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.noisemark.reports.records.RunRecord;

/** Run records copied under other seeds: what reports on thousands of runs are measured with. */
public final class RekeyedRuns {
  private static final long TURN = 1_000_000;

  private RekeyedRuns() {}

  /**
   * Returns that many records: the given ones in turns, each turn under training seeds of its own.
   *
   * @param records at least 1
   */
  public static Stream<RunRecord> of(List<RunRecord> records, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var record = records.get(i % records.size());
              long seed = record.cell().seed() + TURN * (i / records.size());
              return record.withCell(record.cell().withSeed(seed));
            });
  }
}
