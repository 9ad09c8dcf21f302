package org.noisemark.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/** Results as text for people: every score, then what they are measured for. */
public final class BenchReport {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Double> scores = new LinkedHashMap<>();

  private BenchReport() {}

  /** Returns several lines that each end with a line feed. */
  public static String text(Collection<RunResult> results) {
    var report = new BenchReport();
    for (var result : results) {
      report.score(result);
    }
    report.shares();
    return report.text.toString();
  }

  private void score(RunResult result) {
    var params = result.getParams();
    var name = new StringBuilder(result.getPrimaryResult().getLabel());
    params.getParamsKeys().stream()
        .filter(key -> !key.equals("engine"))
        .forEach(key -> name.append(' ').append(params.getParam(key)));
    var score = result.getPrimaryResult();
    scores.put(name.toString(), score.getScore());
    line("%-32s %10.4g %s", name, score.getScore(), score.getScoreUnit());
  }

  private void shares() {
    for (var optimizer : new String[] {"sgd", "sam", "asam", "psam", "fsam"}) {
      ratio("arithmetic resnet20 " + optimizer, "step resnet20 " + optimizer)
          .ifPresent(
              share ->
                  line("%s: arithmetic is %.2f %% of a resnet20 step", optimizer, 100 * share));
    }
  }

  private Optional<Double> ratio(String above, String below) {
    return scores.containsKey(above) && scores.containsKey(below)
        ? Optional.of(scores.get(above) / scores.get(below))
        : Optional.empty();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
