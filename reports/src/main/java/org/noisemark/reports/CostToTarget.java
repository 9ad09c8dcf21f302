package org.noisemark.reports;

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
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.Median;
import org.noisemark.reports.RunRecord.Epoch;
import org.noisemark.reports.statistics.Estimate;

/**
 * What it takes to first reach a test accuracy: a method may end higher and still get there late.
 */
final class CostToTarget {
  private CostToTarget() {}

  /** How a target is made of SGD's mean final test accuracy under the same noise. */
  enum Target {
    SGD_FINAL("sgd-final", 1),
    SGD_FINAL_95_PERCENT("sgd-final-95-percent", 0.95);

    private final String label;
    private final double share;

    Target(String label, double share) {
      this.label = label;
      this.share = share;
    }

    String label() {
      return label;
    }
  }

  /** What is counted up to the first evaluation at or above the target. */
  enum Measure {
    GRADIENT_EVALUATIONS,
    TRAIN_SECONDS,
    ENERGY_CPU_JOULES,
    ENERGY_GPU_JOULES;

    /** Null where it was not read: energy is, for a whole run only. */
    private Double at(Run run, Epoch epoch) {
      boolean last = epoch.epoch() == run.record().curve().size();
      return switch (this) {
        case GRADIENT_EVALUATIONS -> (double) epoch.gradientEvaluations();
        case TRAIN_SECONDS -> epoch.trainSeconds();
        case ENERGY_CPU_JOULES -> last ? run.record().cost().energyCpuJoules() : null;
        case ENERGY_GPU_JOULES -> last ? run.record().cost().energyGpuJoules() : null;
      };
    }
  }

  /**
   * A method on its way to a target.
   *
   * @param standing of the method under that noise
   * @param accuracy the target, 0–1
   * @param others the runs of every method under the same noise
   */
  record Row(
      Standing standing, Target target, double accuracy, SortedMap<Method, List<Run>> others) {
    /** Runs that reached the target; a failed run did not. */
    long reached() {
      return standing.runs().stream().filter(run -> reached(run) != null).count();
    }

    /**
     * The median over all runs, a miss being infinite; empty if that is a miss, or not measured.
     */
    OptionalDouble median(Measure measure) {
      return median(standing.runs(), measure);
    }

    /** The median as a multiple of that of another optimizer; empty if either is. */
    OptionalDouble ratio(Measure measure, String optimizer) {
      OptionalDouble own = median(measure);
      OptionalDouble other =
          reference(optimizer).map(runs -> median(runs, measure)).orElse(OptionalDouble.empty());
      return Numbers.ratio(own, other);
    }

    /** The runs of another optimizer that a ratio is to. */
    Optional<List<Run>> reference(String optimizer) {
      return standing.method().reference(optimizer, others.keySet()).map(others::get);
    }

    private OptionalDouble median(List<Run> runs, Measure measure) {
      List<Double> taken = new ArrayList<>();
      for (Run run : runs) {
        Epoch epoch = reached(run);
        taken.add(
            epoch == null ? Double.valueOf(Double.POSITIVE_INFINITY) : measure.at(run, epoch));
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
   * Returns a row for each standing and target where SGD was trained under the same noise.
   *
   * @param standings of the board of equal epochs, whose order the rows keep
   */
  static List<Row> rows(List<Standing> standings) {
    record Field(Setting setting, NoiseLevel level) {}
    Function<Standing, Field> field = s -> new Field(s.setting(), s.level());
    var fields =
        standings.stream()
            .collect(groupingBy(field, toMap(Standing::method, s -> s, (s, t) -> s, TreeMap::new)));
    var rows = new ArrayList<Row>();
    for (Standing standing : standings) {
      SortedMap<Method, Standing> rivals = fields.get(field.apply(standing));
      var runs = new TreeMap<Method, List<Run>>();
      rivals.forEach((method, rival) -> runs.put(method, rival.runs()));
      usualSgd(rivals)
          .flatMap(Standing::accuracy)
          .map(Estimate::mean)
          .ifPresent(
              sgd -> {
                for (Target target : Target.values()) {
                  rows.add(new Row(standing, target, target.share * sgd, runs));
                }
              });
    }
    return List.copyOf(rows);
  }

  /** The SGD with the usual epochs, as every SGD takes it for its reference. */
  private static Optional<Standing> usualSgd(SortedMap<Method, Standing> rivals) {
    return rivals.keySet().stream()
        .filter(method -> method.optimizer().equals("sgd"))
        .min(comparing(method -> method.epochs() != Method.usualEpochs(rivals.keySet())))
        .map(rivals::get);
  }
}
