package org.noisemark.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
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
  private final List<Tensor> statistics;

  BatchNormalizationStep(
      BatchNormalization layer, Leaves leaves, Placement placement, Ownership ownership) {
    int channels = layer.channels();
    this.scale = ownership.keep(new TensorOptional(leaves.take()));
    this.shift = ownership.keep(new TensorOptional(leaves.take()));
    Tensor zeros = ownership.keep(placement.zeros(channels));
    Tensor ones = ownership.keep(placement.zeros(channels).add_(new Scalar(1)));
    this.runningMean = ownership.keep(new TensorOptional(zeros));
    this.runningVariance = ownership.keep(new TensorOptional(ones));
    this.statistics = List.of(zeros, ones);
    this.none = ownership.keep(new TensorOptional());
  }

  /** Returns the running mean and the running variance. */
  List<Tensor> statistics() {
    return statistics;
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
