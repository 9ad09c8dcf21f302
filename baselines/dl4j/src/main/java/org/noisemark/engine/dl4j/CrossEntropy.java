package org.noisemark.engine.dl4j;

/** Mean softmax cross-entropy of a batch, in float64: finite for logits of any finite size. */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Returns the mean loss, and replaces the logits by its gradient.
   *
   * @param logits [labels.length, classes], overwritten
   * @throws IllegalArgumentException if a label is no class
   */
  static double differentiate(double[] logits, int[] labels) {
    int classes = logits.length / labels.length;
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      int first = i * classes;
      int label = labels[i];
      double max = logits[first];
      for (int c = 1; c < classes; c++) {
        max = Math.max(max, logits[first + c]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(logits[first + c] - max);
      }
      double logSum = max + Math.log(sum);
      loss += logSum - logits[first + label];
      for (int c = 0; c < classes; c++) {
        double probability = Math.exp(logits[first + c] - logSum);
        logits[first + c] = (probability - (c == label ? 1 : 0)) / labels.length;
      }
    }
    return loss / labels.length;
  }
}
