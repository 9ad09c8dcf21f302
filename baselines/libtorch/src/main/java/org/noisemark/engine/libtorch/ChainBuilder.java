package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.nn.Layer;

/** Builds layers in the canonical order of their parameters. */
final class ChainBuilder {
  private final Leaves leaves;
  private final Placement placement;
  private final Ownership ownership;
  private final List<Tensor> statistics = new ArrayList<>();
  private int dropouts;

  ChainBuilder(Leaves leaves, Placement placement, Ownership ownership) {
    this.leaves = leaves;
    this.placement = placement;
    this.ownership = ownership;
  }

  Chain chain(List<Layer> layers) {
    var after = new After();
    layers.forEach(layer -> after.steps.add(layer.accept(after)));
    return new Chain(after.steps);
  }

  /** Whether the network drops values at random. */
  boolean hasDropout() {
    return dropouts > 0;
  }

  /** Returns the running means and variances of each batch normalization, themselves. */
  List<Tensor> statistics() {
    return statistics;
  }

  /** Builds each layer behind the steps so far. */
  private final class After implements Layer.Visitor<Step> {
    private final List<Step> steps = new ArrayList<>();

    @Override
    public Step dense(Layer.Dense layer) {
      Tensor weight = leaves.take();
      Tensor bias = leaves.take();
      return Step.leavingItsOutputAlone(
          (x, pass) ->
              torch.linear(
                  placement.factor(x.flatten(1, -1)),
                  placement.factor(weight),
                  new TensorOptional(placement.factor(bias))));
    }

    @Override
    public Step convolution(Layer.Convolution layer) {
      return Step.leavingItsOutputAlone(ConvolutionStep.of(layer, leaves, placement));
    }

    @Override
    public Step batchNormalization(Layer.BatchNormalization layer) {
      var step = new BatchNormalizationStep(layer, leaves, placement, ownership);
      statistics.addAll(step.statistics());
      return Step.leavingItsOutputAlone(step);
    }

    @Override
    public Step layerNormalization(Layer.LayerNormalization layer) {
      var scale = ownership.keep(new TensorOptional(leaves.take()));
      var shift = ownership.keep(new TensorOptional(leaves.take()));
      return Step.leavingItsOutputAlone(
          (x, pass) ->
              torch.group_norm(x, 1, scale, shift, Layer.LayerNormalization.EPSILON, true));
    }

    @Override
    public Step activation(Layer.Activation layer) {
      boolean inPlace = new Chain(steps).leavesItsOutputAlone();
      return switch (layer) {
        case RELU -> inPlace ? (x, pass) -> torch.relu_(x) : (x, pass) -> torch.relu(x);
        case TANH -> (x, pass) -> torch.tanh(x);
      };
    }

    @Override
    public Step maxPooling(Layer.MaxPooling layer) {
      long[] kernel = {layer.kernel(), layer.kernel()};
      long[] stride = {layer.stride(), layer.stride()};
      return (x, pass) ->
          torch.max_pool2d(x, kernel, stride, new long[] {0, 0}, new long[] {1, 1}, false);
    }

    @Override
    public Step globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return (x, pass) -> torch.adaptive_avg_pool2d(x, 1, 1);
    }

    @Override
    public Step dropout(Layer.Dropout layer) {
      return new DropoutStep(layer, dropouts++, placement);
    }

    @Override
    public Step residual(Layer.Residual layer) {
      Chain body = chain(layer.body());
      Chain shortcut = chain(layer.shortcut());
      boolean inPlace = body.leavesItsOutputAlone();
      return Step.leavingItsOutputAlone(
          (x, pass) -> {
            Tensor sum = body.forward(x, pass);
            Tensor other = shortcut.forward(x, pass);
            return inPlace ? sum.add_(other) : sum.add(other);
          });
    }
  }
}
