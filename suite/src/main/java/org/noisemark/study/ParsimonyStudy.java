package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/** SAM only periodically, early in training: as accurate as SAM at 65 % of its cost? */
final class ParsimonyStudy implements Study {
  private static final Quantity COST =
      new Quantity(
          "gradient_evaluations_vs_sam",
          "multiple",
          "Gradient evaluations as a multiple of SAM's at the same epochs");
  private static final Quantity SECONDS =
      new Quantity("step_time_median", "seconds", "Median time of a step");

  /** What PSAM may be below SAM. */
  private static final double MARGIN = 0.01;

  private static final String EARLY = "psam early 0.6";
  private static final String LATE = "psam late 0.6";
  private static final String MAP = ", period and window";
  private static final String RIVALS = ", equal gradient evaluations";

  @Override
  public String name() {
    return "parsimony";
  }

  @Override
  public String axis() {
    return "period of the perturbation, 1 for SAM and 0 for SGD; epochs where methods have equal"
        + " gradient evaluations";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.with(COST, SECONDS);
  }

  @Override
  public List<Suite> suites(Form form) {
    var suites = new ArrayList<Suite>();
    suites.add(Resources.suite("parsimony", form));
    suites.add(Resources.suite("parsimony-rivals", form));
    suites.add(Resources.suite("parsimony-perceptron", form));
    if (form == Form.FULL) {
      suites.add(Resources.suite("parsimony-whole", form));
    }
    return suites;
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    var all =
        new RunNumbers(ParsimonyStudy::setting, ParsimonyStudy::series, ParsimonyStudy::x)
            .accuracies(runs);
    for (String setting : runs.stream().map(ParsimonyStudy::setting).distinct().toList()) {
      var own = runs.stream().filter(run -> setting(run).equals(setting)).toList();
      double ofSam = evaluationsOfSam(own);
      for (var run : own) {
        if (run.ok() && ofSam > 0) {
          add(all, run, COST, evaluations(run) / ofSam);
          add(all, run, SECONDS, Metric.STEP_TIME_MEDIAN.measured(run).doubleValue());
        }
      }
    }
    return all;
  }

  /** Returns what SAM takes in as many epochs as PSAM; 0 without either. */
  private static double evaluationsOfSam(List<Run> runs) {
    double anEpoch = 0;
    int epochs = 0;
    for (var run : runs) {
      if (RunNumbers.optimizer(run).equals("sam") && run.ok()) {
        anEpoch = Math.max(anEpoch, evaluations(run) / epochs(run));
      } else if (RunNumbers.optimizer(run).equals("psam")) {
        epochs = Math.max(epochs, epochs(run));
      }
    }
    return anEpoch * epochs;
  }

  private static void add(List<Measurement> all, Run run, Quantity quantity, double value) {
    all.add(
        new Measurement(
            setting(run),
            series(run),
            x(run),
            quantity.name(),
            run.record().cell().seed(),
            value,
            run.record().runId()));
  }

  private static double evaluations(Run run) {
    return run.record().cost().gradientEvaluations();
  }

  private static int epochs(Run run) {
    return run.record().cell().training().epochs();
  }

  /** Rivals train for as many epochs as PSAM's cost allows; PSAM itself for the usual ones. */
  private static boolean isRival(Run run) {
    return run.record().cell().suite().name().endsWith("-rivals");
  }

  private static String setting(Run run) {
    String where =
        run.level().label() + ", " + run.setting().dataset() + ", " + run.setting().network();
    return where + (isRival(run) ? RIVALS : MAP);
  }

  private static String series(Run run) {
    String optimizer = RunNumbers.optimizer(run);
    var values = run.record().cell().optimizer().hyperparameters();
    if (!optimizer.equals("psam") || isRival(run)) {
      return optimizer;
    }
    String window = values.get("window").toString();
    return "psam " + window + (window.equals("full") ? "" : " " + values.get("window_share"));
  }

  private static double x(Run run) {
    return switch (RunNumbers.optimizer(run)) {
      case "psam" -> isRival(run) ? epochs(run) : RunNumbers.number(run, "period");
      case "sam" -> isRival(run) ? epochs(run) : 1;
      default -> isRival(run) ? epochs(run) : 0;
    };
  }

  @Override
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (Labels each : Labels.values()) {
      String words = each.word();
      String labels = each.level();
      claims.add(
          new Claim(
              "non-inferior-" + words,
              String.format(
                      Locale.ROOT,
                      "On %s labels PSAM (every second step of the first 60 %%) is at most 1 point below SAM,",
                      words)
                  + " in the mean over networks and data sets (how far it stays above that)",
              "ratio",
              0,
              all -> aboveMargin(map(all, labels))));
      claims.add(
          new Claim(
              "early-above-late-" + words,
              String.format(
                  Locale.ROOT,
                  "On %s labels perturbing every second step of the first 60 %% is above the last 60 %%",
                  words),
              "ratio",
              0,
              all ->
                  Measurements.difference(
                      map(all, labels).series(EARLY).at(2).in(miniature(labels)).bySeed(),
                      map(all, labels).series(LATE).at(2).in(miniature(labels)).bySeed())));
      claims.add(
          new Claim(
              "above-sgd-" + words,
              String.format(
                  Locale.ROOT,
                  "On %s labels PSAM is above SGD of as many gradient evaluations",
                  words),
              "ratio",
              0,
              all ->
                  Measurements.difference(
                      rivals(all, labels).series("psam").bySeed(),
                      rivals(all, labels).series("sgd").bySeed())));
    }
    return claims;
  }

  private static String miniature(String labels) {
    return labels + ", fashion-mnist-mini, mlp" + MAP;
  }

  private static SortedMap<Long, Double> aboveMargin(Measurements map) {
    var differences =
        Measurements.difference(map.series(EARLY).at(2).bySeed(), map.series("sam").bySeed());
    differences.replaceAll((seed, value) -> value + MARGIN);
    return differences;
  }

  private static Measurements map(Measurements all, String labels) {
    return accuracy(all, labels, MAP);
  }

  private static Measurements rivals(Measurements all, String labels) {
    return accuracy(all, labels, RIVALS);
  }

  private static Measurements accuracy(Measurements all, String labels, String part) {
    return all.of(Quantity.FINAL_ACCURACY.name())
        .where(each -> each.setting().startsWith(labels) && each.setting().endsWith(part));
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "Accuracy over period and window",
            "period, 1: SAM, 0: SGD",
            Quantity.FINAL_ACCURACY,
            each -> each.setting().endsWith(MAP)),
        new Figure(
            "Cost over period and window",
            "period, 1: SAM, 0: SGD",
            COST,
            each -> each.setting().endsWith(MAP)),
        new Figure(
            "Accuracy at equal gradient evaluations, 65 % of SAM's",
            "epochs", Quantity.FINAL_ACCURACY, each -> each.setting().endsWith(RIVALS)),
        new Figure("Time of a step", "epochs", SECONDS, each -> each.setting().endsWith(RIVALS)));
  }
}
