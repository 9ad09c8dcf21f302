package org.noisemark.datasets.own;

import java.io.IOException;
import java.util.List;
import org.noisemark.datasets.ClassRows;
import org.noisemark.datasets.Seeds;
import org.noisemark.datasets.Shown;
import org.noisemark.datasets.Split;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** How the test part is cut off where no path of its own holds it. */
final class TestPart {
  static final String SHARE = "test_share";
  static final String SEED = "test_seed";

  /** Settings that every format has: these, and what reports call the data. */
  static final List<Hyperparameter> HYPERPARAMETERS =
      List.of(
          Hyperparameter.text("called", ""),
          new Hyperparameter.Real(
              SHARE, 0.2, value -> value > 0 && value < 1, "above 0 and below 1"),
          new Hyperparameter.Whole(SEED, 0, 0));

  private TestPart() {}

  /**
   * Returns the training rows and, as the split's validation part, the test rows, stratified by
   * class; the stream is not that of the noisy validation split.
   */
  static Split draw(int[] labels, int classes, Values values) {
    long seed = Seeds.derive(values.whole(SEED), "test");
    return Split.stratified(labels, classes, values.real(SHARE), seed);
  }

  /**
   * @throws IOException in one line, if a part has no examples or a class no training example
   */
  static void require(String where, int[] train, int[] test, ClassNames classes)
      throws IOException {
    int count = classes.names().size();
    if (count < 2) {
      throw new IOException(
          where + ": found the one class " + Shown.of(classes.names()) + ", expected at least two");
    }
    if (test.length == 0) {
      throw new IOException(where + ": found no test examples, expected at least one");
    }
    int[][] rows = ClassRows.of(train, count);
    for (int label = 0; label < count; label++) {
      if (rows[label].length == 0) {
        throw new IOException(
            where
                + ": the class '"
                + Shown.of(classes.names().get(label))
                + "', one of "
                + count
                + ", has no training example, expected at least one of each; a label column holds"
                + " classes that repeat");
      }
    }
  }
}
