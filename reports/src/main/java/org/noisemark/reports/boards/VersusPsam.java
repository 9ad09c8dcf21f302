package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Setting;

/**
 * A method beside PSAM on the same data set, noise and network: what accuracy it buys for which
 * multiple of PSAM's cost. A row of versus_psam.csv.
 *
 * @param psam of several, the one that agrees in most hyper-parameters
 * @param difference of the counted final test accuracy, paired by seed; empty without a common one
 */
public record VersusPsam(Standing standing, Standing psam, Optional<Difference> difference) {
  public static final String PSAM = "psam";

  /** In the order of the standings; PSAM itself and what stands without it are left out. */
  public static List<VersusPsam> of(List<Standing> standings) {
    record Contest(Setting setting, NoiseLevel level) {}
    var contests =
        standings.stream()
            .collect(
                groupingBy(
                    standing -> new Contest(standing.setting(), standing.level()),
                    LinkedHashMap::new,
                    toList()));
    return contests.values().stream().flatMap(VersusPsam::within).toList();
  }

  private static Stream<VersusPsam> within(List<Standing> contest) {
    return contest.stream().map(standing -> of(standing, contest)).flatMap(Optional::stream);
  }

  /** Empty for PSAM itself, and where there is none. */
  public static Optional<VersusPsam> of(Standing standing, Collection<Standing> contest) {
    if (standing.method().optimizer().equals(PSAM)) {
      return Optional.empty();
    }
    List<Method> methods = contest.stream().map(Standing::method).toList();
    return standing
        .method()
        .reference(PSAM, methods)
        .flatMap(
            method -> contest.stream().filter(other -> other.method().equals(method)).findFirst())
        .map(
            psam ->
                new VersusPsam(standing, psam, Contest.difference(standing.runs(), psam.runs())));
  }

  /** The mean of a metric as a multiple of PSAM's; empty if one is not measured or PSAM's is 0. */
  public OptionalDouble ratio(Metric metric) {
    return Numbers.ratio(metric.mean(standing.runs()), metric.mean(psam.runs()));
  }
}
