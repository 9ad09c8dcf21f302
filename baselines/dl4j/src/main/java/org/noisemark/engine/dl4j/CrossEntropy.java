package org.noisemark.engine.dl4j;

import org.noisemark.datasets.Batch;

/** Mean softmax cross-entropy of a batch, in float64: finite for logits of any finite size. */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Returns the mean loss against the batch's targets, and replaces the logits by its gradient.
   *
   * @param logits [batch.size(), classes], overwritten
   */
  static double differentiate(double[] logits, Batch batch) {
    int rows = batch.size();
    int classes = logits.length / rows;
    double[] targets = batch.targets(classes);
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      int first = i * classes;
      double max = logits[first];
      for (int c = 1; c < classes; c++) {
        max = Math.max(max, logits[first + c]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(logits[first + c] - max);
      }
      double logSum = max + Math.log(sum);
      for (int c = 0; c < classes; c++) {
        double logit = logits[first + c];
        double target = targets[first + c];
        if (target > 0) {
          loss += target * (logSum - logit);
        }
        logits[first + c] = (Math.exp(logit - logSum) - target) / rows;
      }
    }
    return loss / rows;
  }
}
