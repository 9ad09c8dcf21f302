package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Task;

/**
 * Whether each run of one side can be used. A run that diverged can: it is a result, which counts
 * as chance. One that ended for want of time or memory, or by an error, says nothing of the method.
 */
final class InputCheck {
  private InputCheck() {}

  /** Whether a run is fit to be compared: it diverged, or ended well and is made of numbers. */
  static boolean usable(Run run) {
    return fault(run).isEmpty();
  }

  static List<Finding> of(Side side, List<Run> runs) {
    record Key(Task task, Method method, Run.Replicate replicate) {}
    var findings = new ArrayList<Finding>();
    var seen = new HashMap<Key, Run>();
    for (Run run : runs) {
      fault(run).ifPresent(fault -> findings.add(invalid(side, run, fault)));
      var key = new Key(run.task(), run.method(), run.replicate());
      Run other = seen.putIfAbsent(key, run);
      if (other != null) {
        String twice = "is the cell of run " + other.record().runId() + " again; keep one of them";
        findings.add(invalid(side, run, twice));
      }
    }
    return findings;
  }

  private static Optional<String> fault(Run run) {
    RunRecord record = run.record();
    if (record.status() == Status.DIVERGED) {
      return Optional.empty();
    }
    if (!run.ok()) {
      return Optional.of(
          String.format(
              Locale.ROOT, "failed (%s): %s", record.status().label(), record.statusDetail()));
    }
    for (Metric accuracy : GateRules.ACCURACIES) {
      double value = accuracy.measured(run).doubleValue();
      if (!(value >= 0 && value <= 1)) {
        return Optional.of(
            String.format(Locale.ROOT, "%s is %s, expected 0 to 1", accuracy.column(), value));
      }
    }
    for (Epoch epoch : record.curve()) {
      if (!Double.isFinite(epoch.trainLoss())) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "ended well, but its loss in epoch %d is %s",
                epoch.epoch(),
                epoch.trainLoss()));
      }
    }
    boolean timed =
        DoubleStream.of(record.cost().trainSeconds(), record.cost().totalSeconds())
            .allMatch(seconds -> seconds >= 0 && Double.isFinite(seconds));
    return timed
        ? Optional.empty()
        : Optional.of("train_time_seconds is " + record.cost().trainSeconds());
  }

  private static Finding invalid(Side side, Run run, String fault) {
    return Finding.of(
        Check.INPUT,
        Outcome.INVALID,
        "",
        "%s: run %s (%s, %s, %s, %s, seed %d) %s",
        side.name(),
        run.record().runId(),
        run.setting().dataset(),
        run.level().label(),
        run.setting().network(),
        run.method().optimizer(),
        run.replicate().seed(),
        fault);
  }
}
