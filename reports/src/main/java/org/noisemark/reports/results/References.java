package org.noisemark.reports.results;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The optimizers that others are compared with, as the suites name them: differences in accuracy
 * are to the first, and costs are multiples of each one's.
 *
 * @param optimizers names, at least 1, none twice
 */
public record References(List<String> optimizers) {
  public References {
    optimizers = List.copyOf(optimizers);
  }

  /** Returns those of all runs, in the order in which they are first named. */
  public static References of(Collection<Run> runs) {
    return new References(
        runs.stream()
            .map(run -> run.record().cell().suite().references())
            .distinct()
            .flatMap(List::stream)
            .distinct()
            .toList());
  }

  /** Returns the one that differences in accuracy are to. */
  public String first() {
    return optimizers.get(0);
  }

  /** Returns the one that summaries set accuracy and cost against at once. */
  public String last() {
    return optimizers.get(optimizers.size() - 1);
  }

  /** Returns the method of the first reference to compare a method with; empty without one. */
  public Optional<Method> first(Method method, Collection<Method> among) {
    return method.reference(first(), among);
  }
}
