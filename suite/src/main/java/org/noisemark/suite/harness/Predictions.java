package org.noisemark.suite.harness;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;

/** The class that a model gives to each of some images. */
record Predictions(int[] rows, int[] classes) {
  /** Images whose logits are asked for at once: enough to be fast, few enough to fit a cache. */
  private static final int CHUNK = 500;

  /**
   * @throws DivergedException if a logit is NaN
   */
  static Predictions of(Model model, Examples examples, int[] rows, Deadline deadline)
      throws InterruptedException, TimeoutException {
    var classes = new int[rows.length];
    for (int from = 0; from < rows.length; from += CHUNK) {
      deadline.check();
      int[] chunk = Arrays.copyOfRange(rows, from, Math.min(from + CHUNK, rows.length));
      float[] logits = model.logits(examples, chunk);
      int width = logits.length / chunk.length;
      for (int i = 0; i < chunk.length; i++) {
        classes[from + i] = largest(logits, i * width, width);
      }
    }
    return new Predictions(rows, classes);
  }

  /** Returns the index of the largest logit, the first of equals. */
  private static int largest(float[] logits, int offset, int width) {
    int best = 0;
    for (int i = 0; i < width; i++) {
      if (Float.isNaN(logits[offset + i])) {
        throw new DivergedException("a logit is NaN");
      }
      if (logits[offset + i] > logits[offset + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the share that agrees with the labels, by row, 0–1; null of no rows. */
  Double accuracy(int[] labels) {
    return accuracy(labels, row -> true);
  }

  /** Returns the share that agrees with the labels among the chosen rows; null of no rows. */
  Double accuracy(int[] labels, IntPredicate chosen) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < rows.length; i++) {
      if (chosen.test(rows[i])) {
        all++;
        right += classes[i] == labels[rows[i]] ? 1 : 0;
      }
    }
    return all == 0 ? null : (double) right / all;
  }
}
