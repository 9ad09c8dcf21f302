package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;

/**
 * A method beside a reference on the same task: what accuracy it buys for which multiple of the
 * reference's cost. A row of versus_reference.csv.
 *
 * @param reference of several methods of that optimizer, the one that agrees in most
 *     hyper-parameters
 * @param difference of the counted final test accuracy, paired by seed; empty without a common one
 */
public record VersusReference(
    Standing standing, Standing reference, Optional<Difference> difference) {

  /**
   * Returns a row for each standing and each reference on its task but its own optimizer, in the
   * order of the standings, then of the references.
   */
  static List<VersusReference> of(List<Standing> standings, References references) {
    return standings.stream()
        .collect(groupingBy(Standing::task, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(task -> task.stream().flatMap(standing -> of(standing, task, references)))
        .toList();
  }

  private static Stream<VersusReference> of(
      Standing standing, List<Standing> task, References references) {
    List<Method> methods = task.stream().map(Standing::method).toList();
    return references.optimizers().stream()
        .filter(optimizer -> !optimizer.equals(standing.method().optimizer()))
        .flatMap(optimizer -> standing.method().reference(optimizer, methods).stream())
        .map(method -> task.get(methods.indexOf(method)))
        .map(
            reference ->
                new VersusReference(
                    standing, reference, standing.scores().minus(reference.scores())));
  }

  /**
   * The mean of a metric as a multiple of the reference's; empty if one is not measured or is 0.
   */
  public OptionalDouble ratio(Metric metric) {
    return Numbers.ratio(metric.mean(standing.runs()), metric.mean(reference.runs()));
  }
}
