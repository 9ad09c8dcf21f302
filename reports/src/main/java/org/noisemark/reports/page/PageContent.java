package org.noisemark.reports.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * All that the page shows. Accuracies are ratios 0–1.
 *
 * @param suites names with versions
 * @param status how many runs there are and how they ended
 * @param levels all noises, in the order they are shown
 * @param settings in the order they are shown
 * @param draws noisy labels
 * @param runs in the order that {@link Runs} counts
 * @param machines likewise that {@link Run#machine} counts
 * @param prices of money; empty without a price file
 * @param failures one line a failed run
 * @param listings further tables
 */
public record PageContent(
    String suites,
    String status,
    List<Level> levels,
    List<Setting> settings,
    List<Draw> draws,
    List<Run> runs,
    List<Machine> machines,
    Optional<PriceList> prices,
    List<String> failures,
    List<Listing> listings) {

  /**
   * A noise at a rate.
   *
   * @param noise with its version, or "clean"
   * @param rate nominal
   * @param label for people
   */
  public record Level(String noise, double rate, String label) {
    boolean clean() {
      return noise.equals("clean");
    }
  }

  /**
   * Some of the runs.
   *
   * @param positions ascending
   */
  public record Runs(List<Integer> positions) {
    int first() {
      return positions.get(0);
    }

    boolean contains(Runs others) {
      return positions.containsAll(others.positions);
    }

    /** As the script reads them: where each stretch of them begins, and what follows its end. */
    String text() {
      var bounds = new ArrayList<Integer>();
      for (int position : positions) {
        if (!bounds.isEmpty() && bounds.get(bounds.size() - 1) == position) {
          bounds.set(bounds.size() - 1, position + 1);
        } else {
          bounds.add(position);
          bounds.add(position + 1);
        }
      }
      return bounds.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
  }

  /**
   * @param accuracy after the last epoch; empty if it failed
   * @param machine index
   */
  public record Run(
      String id,
      long seed,
      long noiseSeed,
      String status,
      String detail,
      OptionalDouble accuracy,
      int machine,
      Instant startedAt) {}

  /**
   * @param id as in environments.csv
   * @param text what it is
   * @param commit of noisemark; empty if unknown
   */
  public record Machine(String id, String text, String commit) {}

  /**
   * Where amounts of money come from.
   *
   * @param currency ISO 4217
   * @param date of the prices, ISO 8601
   */
  public record PriceList(String currency, String date) {}

  /**
   * Noisy labels that were drawn.
   *
   * @param transitions counts, [clean class][noisy class]
   */
  public record Draw(
      String dataset,
      Level level,
      long noiseSeed,
      double effectiveRate,
      String labelsSha256,
      List<List<Integer>> transitions) {}
}
