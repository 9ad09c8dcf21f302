package org.noisemark.suite.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.statistics.Auroc;
import org.noisemark.reports.statistics.CalibrationError;

/**
 * What a model says of some images.
 *
 * @param rows of the images
 * @param classes the class with the largest logit, the first of equals
 * @param confidences the probability of that class, 0–1
 * @param losses cross-entropy against the label, in nats
 */
record Predictions(int[] rows, int[] classes, double[] confidences, double[] losses) {
  /** Images whose logits are asked for at once: enough to be fast, few enough to fit a cache. */
  private static final int CHUNK = 500;

  /**
   * @param logitsOf some of the rows: [rows, classes], row-major
   * @param labels by row
   * @throws DivergedException if a logit is NaN or infinite
   */
  static Predictions of(
      Function<int[], float[]> logitsOf, int[] rows, int[] labels, Deadline deadline)
      throws InterruptedException, TimeoutException {
    int count = rows.length;
    var all = new Predictions(rows, new int[count], new double[count], new double[count]);
    for (int from = 0; from < count; from += CHUNK) {
      deadline.check();
      int[] chunk = Arrays.copyOfRange(rows, from, Math.min(from + CHUNK, count));
      float[] logits = logitsOf.apply(chunk);
      int width = logits.length / chunk.length;
      for (int i = 0; i < chunk.length; i++) {
        all.set(from + i, logits, i * width, width, labels[chunk[i]]);
      }
    }
    return all;
  }

  private void set(int position, float[] logits, int offset, int width, int label) {
    int best = largest(logits, offset, width);
    double sum = 0; // of exp(logit − the largest), so that none overflows
    for (int i = 0; i < width; i++) {
      sum += Math.exp((double) logits[offset + i] - logits[offset + best]);
    }
    classes[position] = best;
    confidences[position] = 1 / sum;
    losses[position] = Math.log(sum) + logits[offset + best] - logits[offset + label];
  }

  private static int largest(float[] logits, int offset, int width) {
    int best = 0;
    for (int i = 0; i < width; i++) {
      if (!Float.isFinite(logits[offset + i])) {
        throw new DivergedException("a logit is NaN or infinite");
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

  /** Returns how well a high loss tells those rows from the others; null without one of either. */
  Double auroc(IntPredicate isPositive) {
    OptionalDouble area = Auroc.of(losses, position -> isPositive.test(rows[position]));
    return area.isPresent() ? area.getAsDouble() : null;
  }

  /**
   * Returns what a test set says.
   *
   * @param labels true ones, by row, which the losses are against
   * @param classCount the number of classes
   */
  RunRecord.Test test(int[] labels, int classCount) {
    return new RunRecord.Test(
        IntStream.range(0, classCount)
            .mapToObj(
                label -> {
                  Double accuracy = accuracy(labels, row -> labels[row] == label);
                  return accuracy == null ? Double.NaN : accuracy;
                })
            .toList(),
        Arrays.stream(losses).average().orElseThrow(),
        CalibrationError.of(confidences, position -> classes[position] == labels[rows[position]]));
  }
}
