package org.noisemark.noise;

import java.util.List;
import java.util.Locale;

/** The result of a draw as text: the rate overall and per class, and the matrix of counts. */
public final class NoiseReport {
  private NoiseReport() {}

  /**
   * Returns the report, several lines that each end with a line feed.
   *
   * @param classNames one a class
   */
  public static String text(NoisyLabels noisy, List<String> classNames) {
    var spec = noisy.spec();
    var report = new StringBuilder();
    line(
        report,
        "noise       %s, rate %s, %s, seed %d",
        spec.kind(),
        spec.rate(),
        spec.count(),
        spec.seed());
    line(
        report,
        "effective   %.6f (%d of %d labels)",
        noisy.effectiveRate(),
        noisy.flips(),
        noisy.size());
    line(report, "sha256      %s (noisy labels, one byte each)", noisy.sha256());
    var matrix = noisy.matrix();
    int width = classNames.stream().mapToInt(String::length).reduce("class".length(), Math::max);
    var header =
        new StringBuilder(
            "%-" + width + (matrix.isPresent() ? "s  expected  effective " : "s  effective "));
    int[][] transitions = noisy.transitions();
    for (int to = 0; to < transitions.length; to++) {
      header.append(String.format(Locale.ROOT, " %6s", "->" + to));
    }
    line(report, header.toString(), "class");
    double[] rates = noisy.effectiveRatePerClass();
    for (int from = 0; from < transitions.length; from++) {
      var row = new StringBuilder();
      for (int count : transitions[from]) {
        row.append(String.format(Locale.ROOT, " %6d", count));
      }
      String expected =
          matrix.isEmpty()
              ? ""
              : String.format(Locale.ROOT, "  %8.6f", matrix.get().flipProbability(from));
      line(
          report, "%-" + width + "s%s  %9.6f %s", classNames.get(from), expected, rates[from], row);
    }
    return report.toString();
  }

  private static void line(StringBuilder report, String format, Object... values) {
    report.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
