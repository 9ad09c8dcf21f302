package org.noisemark.engine.libtorch;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.datasets.Batch;

/**
 * What a batch's logits are compared with.
 *
 * @param target class ids, [example], or probabilities, [example, class]
 * @param labelSmoothing share that is spread evenly over all classes
 */
record Targets(Tensor target, double labelSmoothing) {
  private static final int MEAN = 1;
  private static final long NEVER_IGNORED = -100;

  static Targets of(Batch batch, int classes, Placement placement) {
    if (batch.mixup().isEmpty()) {
      return new Targets(placement.longs(labels(batch), batch.size()), batch.labelSmoothing());
    }
    Tensor shares = placement.converted(placement.doubles(batch.targets(classes)));
    return new Targets(shares.view(batch.size(), classes), 0);
  }

  static long[] labels(Batch batch) {
    return Arrays.stream(batch.labels()).asLongStream().toArray();
  }

  /** Returns the mean cross-entropy, of no dimension. */
  Tensor crossEntropy(Tensor logits) {
    return torch.cross_entropy_loss(
        logits, target, new TensorOptional(), MEAN, NEVER_IGNORED, labelSmoothing);
  }
}
