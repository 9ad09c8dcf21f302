package org.noisemark.reports.records;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Made-up runs by four commits, of sgd and sam with five seeds each: the second trains to the same
 * parameters as the first, the third loses two points with sam, the fourth takes sgd half as long
 * again and one gradient evaluation more.
 */
public final class CommitFixture {
  private static final int SEEDS = 5;

  private CommitFixture() {}

  public static List<CommitRecords> commits() {
    return List.of(commit("a1", 1), commit("b2", 2), commit("c3", 3), commit("d4", 4));
  }

  private static CommitRecords commit(String name, int number) {
    return new CommitRecords(
        name.repeat(20),
        Stream.of("sgd", "sam")
            .flatMap(
                optimizer ->
                    LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> record(optimizer, seed, name.repeat(20), number)))
            .toList());
  }

  private static RunRecord record(String optimizer, long seed, String commit, int number) {
    boolean worse = optimizer.equals("sam") && number >= 3;
    boolean slower = optimizer.equals("sgd") && number >= 4;
    double accuracy = 0.8 + 0.003 * seed - (worse ? 0.02 + 0.0005 * seed : 0);
    return Edited.with(
        Fixture.run(optimizer, seed, accuracy).record(),
        Map.of(
            "program.git_commit",
            commit,
            "started_at",
            String.format(Locale.ROOT, "2026-11-%02dT10:00:%02dZ", number, seed),
            "final_parameters_sha256",
            optimizer + seed + worse,
            "cost.train_seconds",
            (slower ? 1.5 : 1) * (1 + 0.001 * ((seed * number) % 7)),
            "cost.gradient_evaluations",
            slower ? 11 : 10));
  }
}
