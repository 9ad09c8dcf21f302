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

/** Does F-SAM's lead over SAM grow with the number of examples and the width of the network? */
final class ScaleStudy implements Study {
  private static final String EXAMPLES = "mlp, examples";
  private static final String WIDTH = "perceptron, width";

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String axis() {
    return "training examples, or the width of the hidden layers";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.WITH_GAINS;
  }

  @Override
  public List<Suite> suites(Form form) {
    var suites = new ArrayList<Suite>();
    var fewest = Resources.suite("scale", form);
    suites.add(fewest);
    if (form != Form.SMALL) {
      for (int examples : new int[] {3000, 10000, 30000, 54000}) {
        suites.add(fewest.with(fewest.training().with(examples)));
      }
    }
    if (form != Form.GPU) { // widths of a network that is not trained there
      suites.add(Resources.suite("scale-width", form));
    }
    return suites;
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    var all =
        new RunNumbers(
                run -> isOfWidth(run) ? WIDTH : EXAMPLES,
                RunNumbers::optimizer,
                run ->
                    isOfWidth(run)
                        ? ((Number) run.record().cell().network().hyperparameters().get("width"))
                            .doubleValue()
                        : run.record().cell().training().examples())
            .accuracies(runs);
    all.addAll(RunNumbers.gains(all));
    return all;
  }

  private static boolean isOfWidth(Run run) {
    return run.record().cell().network().name().equals("perceptron");
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "lead-grows-with-examples",
            "F-SAM's lead over SAM grows with each tenfold number of examples, 1,000 to 54,000",
            "ratio",
            0,
            all -> growth(all, EXAMPLES, 10)),
        new Claim(
            "lead-grows-with-width",
            "F-SAM's lead over SAM grows with each doubling of the width, 32 to 512",
            "ratio",
            0,
            all -> growth(all, WIDTH, 2)));
  }

  private static SortedMap<Long, Double> growth(Measurements all, String setting, double base) {
    var own = all.of(Quantity.FINAL_ACCURACY.name()).in(setting);
    return Measurements.difference(
        own.series("fsam").slopeBySeed(x -> Math.log(x) / Math.log(base)),
        own.series("sam").slopeBySeed(x -> Math.log(x) / Math.log(base)));
  }

  @Override
  public List<Figure> figures() {
    var figures = new ArrayList<Figure>();
    for (String setting : List.of(EXAMPLES, WIDTH)) {
      String axis = setting.equals(EXAMPLES) ? "training examples" : "width";
      figures.add(
          new Figure(
              "Gain over SGD", axis, RunNumbers.GAIN, each -> each.setting().equals(setting)));
      figures.add(
          new Figure(
              "What is memorised",
              axis,
              RunNumbers.MEMORISED,
              each -> each.setting().equals(setting)));
    }
    return figures;
  }
}
