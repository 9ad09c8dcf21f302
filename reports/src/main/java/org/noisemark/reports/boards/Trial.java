package org.noisemark.reports.boards;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;

/**
 * One combination of an optimizer's hyper-parameters among others that were tried, over all noises
 * and seeds. Test accuracies have no part in it.
 *
 * @param rank by the accuracy on the noisy validation split after the last epoch, which is the
 *     epoch that leaderboards rank; among those of the same optimizer, setting and epochs, from 1,
 *     none shared
 * @param runs failed ones too
 */
public record Trial(Setting setting, Method method, int rank, List<Run> runs) {
  private record Contest(Setting setting, String optimizer, long epochs)
      implements Comparable<Contest> {
    private static final Comparator<Contest> ORDER =
        comparing(Contest::setting)
            .thenComparing(Contest::optimizer)
            .thenComparingLong(Contest::epochs);

    @Override
    public int compareTo(Contest other) {
      return ORDER.compare(this, other);
    }
  }

  /** Returns those of every optimizer of which several combinations were tried. */
  public static List<Trial> of(List<Run> runs) {
    var contests =
        runs.stream()
            .collect(
                groupingBy(
                    run ->
                        new Contest(run.setting(), run.method().optimizer(), run.method().epochs()),
                    TreeMap::new,
                    groupingBy(Run::method, TreeMap::new, toList())));
    var trials = new ArrayList<Trial>();
    contests.forEach(
        (contest, methods) -> {
          if (methods.size() > 1) {
            trials.addAll(ranked(contest.setting(), methods));
          }
        });
    return List.copyOf(trials);
  }

  private static List<Trial> ranked(Setting setting, TreeMap<Method, List<Run>> methods) {
    var unranked = new ArrayList<Trial>();
    methods.forEach((method, runs) -> unranked.add(new Trial(setting, method, 0, runs)));
    unranked.sort(comparingDouble(trial -> -trial.finalAccuracy()));
    var ranked = new ArrayList<Trial>();
    unranked.forEach(
        trial -> ranked.add(new Trial(setting, trial.method, ranked.size() + 1, trial.runs)));
    return ranked;
  }

  /** Mean validation accuracy after the last epoch, 0–1; a failed run counts as chance. */
  public double finalAccuracy() {
    return mean(record -> record.curve().size());
  }

  /** Mean validation accuracy of the selected epoch, 0–1; a failed run counts as chance. */
  public double selectedAccuracy() {
    return mean(record -> record.accuracy().selectedEpoch());
  }

  private double mean(ToIntFunction<RunRecord> epoch) {
    return runs.stream()
        .mapToDouble(
            run ->
                run.ok()
                    ? run.record()
                        .curve()
                        .get(epoch.applyAsInt(run.record()) - 1)
                        .validationAccuracy()
                    : run.chance().orElse(0))
        .average()
        .orElseThrow();
  }
}
