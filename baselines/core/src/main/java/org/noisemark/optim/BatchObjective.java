package org.noisemark.optim;

import java.util.Arrays;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/**
 * The mean loss of a batch of a model's examples.
 *
 * @param examples that the model has loaded
 */
public record BatchObjective(Model model, Examples examples, Batch batch) implements Objective {
  @Override
  public int size() {
    return batch.size();
  }

  @Override
  public Loss lossAndGradient(Vector gradient, Pass pass) {
    return model.lossAndGradient(examples, batch, gradient, pass);
  }

  @Override
  public double[] losses() {
    float[] logits = model.logits(examples, batch.rows());
    int classes = logits.length / batch.size();
    var losses = new double[batch.size()];
    Arrays.setAll(
        losses,
        i -> {
          int first = i * classes;
          double max = logits[first];
          for (int c = 1; c < classes; c++) {
            max = Math.max(max, logits[first + c]);
          }
          double sum = 0;
          for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[first + c] - max);
          }
          return max + Math.log(sum) - logits[first + batch.labels()[i]];
        });
    return losses;
  }

  @Override
  public Objective only(int... chosen) {
    return new BatchObjective(model, examples, batch.only(chosen));
  }
}
