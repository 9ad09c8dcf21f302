package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/** The gain of each method over SGD against the rate of label noise. */
final class NoiseStudy implements Study {
  private static final List<String> KINDS =
      List.of("symmetric-exclusive@1", "asymmetric-fashion-mnist@1", "instance-dependent@1");

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public String axis() {
    return "nominal noise rate; 0 for clean labels";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.WITH_GAINS;
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("noise", form));
  }

  /** Clean labels are the rate 0 of each kind. */
  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    var all = new ArrayList<Measurement>();
    for (String kind : KINDS) {
      var own =
          runs.stream()
              .filter(run -> run.level().clean() || run.level().noise().startsWith(kind))
              .toList();
      all.addAll(
          new RunNumbers(run -> name(kind), RunNumbers::optimizer, run -> run.level().rate())
              .accuracies(own));
    }
    all.addAll(RunNumbers.gains(all));
    return all;
  }

  private static String name(String kind) {
    return kind.replaceFirst("@.*", "");
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "gain-grows-symmetric",
            "F-SAM's gain over SGD grows with the rate of symmetric noise, 0 to 0.8 (points for each"
                + " 0.1)",
            "ratio",
            0,
            all -> growth(all, "symmetric-exclusive", "fsam", "sgd")),
        new Claim(
            "gain-grows-asymmetric",
            "F-SAM's gain over SGD grows with the rate of asymmetric noise, 0 to 0.4 (points for"
                + " each 0.1)",
            "ratio",
            0,
            all -> growth(all, "asymmetric-fashion-mnist", "fsam", "sgd")),
        new Claim(
            "gain-grows-instance",
            "F-SAM's gain over SGD grows with the rate of instance-dependent noise, 0 to 0.4 (points"
                + " for each 0.1)",
            "ratio",
            0,
            all -> growth(all, "instance-dependent", "fsam", "sgd")),
        new Claim(
            "lead-over-sam-grows",
            "F-SAM's lead over SAM grows with the rate of symmetric noise, 0 to 0.8 (points for each"
                + " 0.1)",
            "ratio",
            0,
            all -> growth(all, "symmetric-exclusive", "fsam", "sam")));
  }

  /** The slope of the difference over the rate, for each 0.1. */
  private static SortedMap<Long, Double> growth(
      Measurements all, String kind, String method, String reference) {
    var own = all.of(Quantity.FINAL_ACCURACY.name()).in(kind);
    return Measurements.difference(
        own.series(method).slopeBySeed(rate -> 10 * rate),
        own.series(reference).slopeBySeed(rate -> 10 * rate));
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Gain over SGD, last epoch", "noise rate", RunNumbers.GAIN),
        new Figure("Gain over SGD, selected epoch", "noise rate", RunNumbers.GAIN_SELECTED),
        new Figure("Accuracy, last epoch", "noise rate", Quantity.FINAL_ACCURACY),
        new Figure("What is memorised", "noise rate", RunNumbers.MEMORISED));
  }
}
