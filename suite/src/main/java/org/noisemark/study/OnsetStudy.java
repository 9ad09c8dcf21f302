package org.noisemark.study;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/** Does the gain of sharpness-aware training start when memorisation does? */
final class OnsetStudy implements Study {
  /** A gain that does not count as one. */
  private static final double NONE = 0.01;

  @Override
  public String name() {
    return "onset";
  }

  @Override
  public String axis() {
    return "epochs of the training";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.WITH_GAINS;
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("onset", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    var all =
        new RunNumbers(
                run -> run.level().label(),
                RunNumbers::optimizer,
                run -> run.record().cell().training().epochs())
            .accuracies(runs);
    all.addAll(RunNumbers.gains(all));
    return all;
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "gain-follows-memorisation",
            "Over the numbers of epochs the gain of SAM, ASAM, PSAM and F-SAM together grows with"
                + " the share of flipped labels that SGD has fitted (points for each 10 % of them)",
            "ratio",
            0,
            OnsetStudy::gainOverMemorised),
        new Claim(
            "no-gain-before",
            "In the shortest training, in which SGD has memorised least, the gain of the four"
                + " together is less than 1 point (how far it stays below)",
            "ratio",
            0,
            OnsetStudy::shortOfOnePoint));
  }

  /** For each seed the slope of the mean gain over what SGD has fitted, for each tenth. */
  private static SortedMap<Long, Double> gainOverMemorised(Measurements all) {
    var fitted = all.of(RunNumbers.MEMORISED.name()).series("sgd");
    var gains = all.of(RunNumbers.GAIN.name());
    var slopes = new TreeMap<Long, Double>();
    for (long seed : gains.seeds()) {
      var pairs =
          gains.xs().stream()
              .filter(x -> fitted.at(x).bySeed().containsKey(seed))
              .map(
                  x ->
                      new Measurement(
                          "",
                          "",
                          10 * fitted.at(x).bySeed().get(seed),
                          "",
                          seed,
                          gains.at(x).bySeed().get(seed)))
              .toList();
      slopes.putAll(new Measurements(pairs).slopeBySeed(share -> share));
    }
    return slopes;
  }

  private static SortedMap<Long, Double> shortOfOnePoint(Measurements all) {
    var gains = all.of(RunNumbers.GAIN.name());
    var left = new TreeMap<Long, Double>();
    if (!gains.all().isEmpty()) {
      left.putAll(gains.at(gains.xs().get(0)).bySeed());
      left.replaceAll((seed, gain) -> NONE - gain);
    }
    return left;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Gain over SGD, last epoch", "epochs", RunNumbers.GAIN),
        new Figure("What is memorised", "epochs", RunNumbers.MEMORISED),
        new Figure("Accuracy, last epoch", "epochs", Quantity.FINAL_ACCURACY),
        new Figure("Accuracy, selected epoch", "epochs", RunNumbers.SELECTED_ACCURACY),
        new Figure("Gain over SGD, selected epoch", "epochs", RunNumbers.GAIN_SELECTED));
  }
}
