package org.noisemark.reports.boards;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;

/**
 * What it takes to first reach a test accuracy: a method may end higher and still get there late.
 */
public final class CostToTarget {
  private CostToTarget() {}

  /** How a target is made of the first reference's mean final test accuracy on the same task. */
  public enum Target {
    FINAL("final", 1),
    FINAL_95_PERCENT("final-95-percent", 0.95);

    private final String label;
    private final double share;

    Target(String label, double share) {
      this.label = label;
      this.share = share;
    }

    /** "sgd-final". */
    public String label(String reference) {
      return reference + "-" + label;
    }
  }

  /** What is counted up to the first evaluation at or above the target. */
  public static final List<Metric> METRICS =
      List.of(Metric.GRADIENT_EVALUATIONS, Metric.TRAIN_TIME, Metric.ENERGY_CPU, Metric.ENERGY_GPU);

  /**
   * A method on its way to a target.
   *
   * @param standing of the method under that noise
   * @param accuracy the target, 0–1
   * @param others the runs of every method under the same noise
   */
  public record Row(
      Standing standing, Target target, double accuracy, SortedMap<Method, List<Run>> others) {
    /** Runs that reached the target; a failed run did not. */
    public long reached() {
      return standing.runs().stream().filter(run -> reached(run) != null).count();
    }

    /**
     * The median over all runs, a miss being infinite; empty if that is a miss, or not measured.
     */
    public OptionalDouble median(Metric metric) {
      return median(standing.runs(), metric);
    }

    /** The median as a multiple of that of another optimizer; empty if either is. */
    public OptionalDouble ratio(Metric metric, String optimizer) {
      OptionalDouble own = median(metric);
      OptionalDouble other =
          reference(optimizer).map(runs -> median(runs, metric)).orElse(OptionalDouble.empty());
      return Numbers.ratio(own, other);
    }

    /** The runs of another optimizer that a ratio is to. */
    public Optional<List<Run>> reference(String optimizer) {
      return standing.method().reference(optimizer, others.keySet()).map(others::get);
    }

    /** The method's runs and those; none without them. */
    public List<Run> compared(String optimizer) {
      return reference(optimizer)
          .map(others -> Run.both(standing.runs(), others))
          .orElse(List.of());
    }

    private OptionalDouble median(List<Run> runs, Metric metric) {
      List<Double> taken = new ArrayList<>();
      for (Run run : runs) {
        Epoch epoch = reached(run);
        taken.add(epoch == null ? Double.valueOf(Double.POSITIVE_INFINITY) : metric.at(run, epoch));
      }
      if (taken.stream().anyMatch(Objects::isNull)) {
        return OptionalDouble.empty();
      }
      double median =
          Median.withDefaults().evaluate(taken.stream().mapToDouble(Double::doubleValue).toArray());
      return Double.isInfinite(median) ? OptionalDouble.empty() : OptionalDouble.of(median);
    }

    private Epoch reached(Run run) {
      return !run.ok()
          ? null
          : run.record().curve().stream()
              .filter(epoch -> epoch.testAccuracy() != null && epoch.testAccuracy() >= accuracy)
              .findFirst()
              .orElse(null);
    }
  }

  /**
   * Returns a row for each standing and target where the first reference was trained on the same
   * task.
   *
   * @param standings of the board of equal epochs, whose order the rows keep
   */
  static List<Row> rows(List<Standing> standings, References references) {
    var tasks =
        standings.stream()
            .collect(
                groupingBy(
                    Standing::task, toMap(Standing::method, s -> s, (s, t) -> s, TreeMap::new)));
    var rows = new ArrayList<Row>();
    for (Standing standing : standings) {
      SortedMap<Method, Standing> rivals = tasks.get(standing.task());
      var runs = new TreeMap<Method, List<Run>>();
      rivals.forEach((method, rival) -> runs.put(method, rival.runs()));
      usual(references.first(), rivals)
          .flatMap(Standing::accuracy)
          .map(Estimate::mean)
          .ifPresent(
              reference -> {
                for (Target target : Target.values()) {
                  rows.add(new Row(standing, target, target.share * reference, runs));
                }
              });
    }
    return List.copyOf(rows);
  }

  /** That optimizer with the usual epochs, as each of its methods takes it for its reference. */
  private static Optional<Standing> usual(String optimizer, SortedMap<Method, Standing> rivals) {
    return rivals.keySet().stream()
        .filter(method -> method.optimizer().equals(optimizer))
        .min(comparing(method -> method.epochs() != Method.usualEpochs(rivals.keySet())))
        .map(rivals::get);
  }
}
