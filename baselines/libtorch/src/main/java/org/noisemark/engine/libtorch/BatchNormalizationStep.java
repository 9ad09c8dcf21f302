package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.nn.Layer.BatchNormalization;

/** Batch normalization with running statistics of its own. */
final class BatchNormalizationStep implements Step {
  private final TensorOptional scale;
  private final TensorOptional shift;
  private final TensorOptional runningMean;
  private final TensorOptional runningVariance;
  private final TensorOptional none;

  BatchNormalizationStep(
      BatchNormalization layer, Leaves leaves, Placement placement, Ownership ownership) {
    int channels = layer.channels();
    this.scale = ownership.keep(new TensorOptional(leaves.take()));
    this.shift = ownership.keep(new TensorOptional(leaves.take()));
    this.runningMean = ownership.keep(new TensorOptional(placement.zeros(channels)));
    Tensor ones = placement.zeros(channels).add_(new org.bytedeco.pytorch.Scalar(1));
    this.runningVariance = ownership.keep(new TensorOptional(ones));
    this.none = ownership.keep(new TensorOptional());
  }

  @Override
  public Tensor forward(Tensor x, Pass pass) {
    var mode = pass.mode();
    boolean tracked = mode != Mode.PERTURBED;
    return torch.batch_norm(
        x,
        scale,
        shift,
        tracked ? runningMean : none,
        tracked ? runningVariance : none,
        mode != Mode.EVALUATION,
        1 - BatchNormalization.DECAY,
        BatchNormalization.EPSILON,
        true);
  }
}
