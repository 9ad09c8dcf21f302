package org.noisemark.suite.tuning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.noisemark.suite.definition.ByNoise;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.SuiteReader;

/** A suite file with other values for its optimizers; all else stays as it was written. */
public final class SuiteText {
  private static final Predicate<String> TOP_KEY = Pattern.compile("^[^\\s#-]").asPredicate();
  private static final Predicate<String> TOP_COMMENT = Pattern.compile("^(#|$)").asPredicate();

  private SuiteText() {}

  /**
   * Returns the file with the values that were chosen, and with the digest of the table that they
   * were chosen from.
   *
   * @param file its name for messages
   * @param text a suite that says how it is tuned
   * @param choice one value for each hyper-parameter of each of its optimizers, in its order
   * @param sha256 of tuning.csv
   * @throws IllegalArgumentException if the keys 'optimizers' and 'tuning' are no indented blocks
   */
  public static String chosen(
      String file, String text, List<OptimizerSetting> choice, String sha256) {
    var lines = new ArrayList<>(text.lines().toList());
    replace(lines, "optimizers:", optimizers(choice));
    lines.removeIf(line -> line.matches("\\s+table_sha256:.*"));
    int tuning = lines.indexOf("tuning:");
    if (tuning >= 0) {
      lines.add(tuning + 1, "  table_sha256: " + sha256);
    }
    String written = String.join("\n", lines) + "\n";
    if (tuning < 0 || !isOf(SuiteReader.read(file, written), choice, sha256)) {
      throw new IllegalArgumentException(
          file
              + ": expected 'optimizers:' and 'tuning:' on lines of their own with indented lines"
              + " below, to write what was chosen");
    }
    return written;
  }

  private static boolean isOf(Suite suite, List<OptimizerSetting> choice, String sha256) {
    return suite.optimizers().equals(choice)
        && suite.tuning().flatMap(tuning -> tuning.table()).filter(sha256::equals).isPresent();
  }

  private static List<String> optimizers(List<OptimizerSetting> choice) {
    var lines = new ArrayList<String>();
    lines.add("optimizers:");
    for (var optimizer : choice) {
      lines.add("  - name: " + optimizer.name());
      optimizer.settings().forEach((key, value) -> lines.add("    " + key + ": " + text(value)));
    }
    return lines;
  }

  private static String text(ByNoise value) {
    Object constant = value.constant().orElseThrow();
    return constant instanceof Double number && number % 1 != 0
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : constant.toString();
  }

  /** Replaces a key and its block, but for comments that stand before the next key. */
  private static void replace(List<String> lines, String key, List<String> block) {
    int from = lines.indexOf(key);
    if (from < 0) {
      return;
    }
    int to = from + 1;
    while (to < lines.size() && !TOP_KEY.test(lines.get(to))) {
      to++;
    }
    while (TOP_COMMENT.test(lines.get(to - 1))) {
      to--;
    }
    lines.subList(from, to).clear();
    lines.addAll(from, block);
  }
}
