package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.nn.Layer;

/** Layers one after the other. */
record Chain(List<Step> steps) implements Step {
  /** Builds the layers in the canonical order of their parameters. */
  static Chain of(List<Layer> layers, Leaves leaves, Placement placement, Ownership ownership) {
    var steps = new ArrayList<Step>();
    Layer before = null;
    for (var layer : layers) {
      steps.add(step(layer, before, leaves, placement, ownership));
      before = layer;
    }
    return new Chain(steps);
  }

  private static Step step(
      Layer layer, Layer before, Leaves leaves, Placement placement, Ownership ownership) {
    if (layer instanceof Layer.Dense dense) {
      Tensor weight = leaves.take();
      Tensor bias = leaves.take();
      return (x, mode) ->
          torch.linear(
              placement.factor(x.flatten(1, -1)),
              placement.factor(weight),
              new TensorOptional(placement.factor(bias)));
    }
    if (layer instanceof Layer.Convolution convolution) {
      return ConvolutionStep.of(convolution, leaves, placement);
    }
    if (layer instanceof Layer.BatchNormalization normalization) {
      return new BatchNormalizationStep(normalization, leaves, placement, ownership);
    }
    if (layer instanceof Layer.Activation activation) {
      if (activation == Layer.Activation.TANH) {
        return (x, mode) -> torch.tanh(x);
      }
      return leavesItsOutputAlone(before)
          ? (x, mode) -> torch.relu_(x)
          : (x, mode) -> torch.relu(x);
    }
    if (layer instanceof Layer.MaxPooling pooling) {
      long[] kernel = {pooling.kernel(), pooling.kernel()};
      long[] stride = {pooling.stride(), pooling.stride()};
      return (x, mode) ->
          torch.max_pool2d(x, kernel, stride, new long[] {0, 0}, new long[] {1, 1}, false);
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return (x, mode) -> torch.adaptive_avg_pool2d(x, 1, 1);
    }
    return residual((Layer.Residual) layer, leaves, placement, ownership);
  }

  private static Step residual(
      Layer.Residual layer, Leaves leaves, Placement placement, Ownership ownership) {
    Chain body = of(layer.body(), leaves, placement, ownership);
    Chain shortcut = of(layer.shortcut(), leaves, placement, ownership);
    boolean inPlace =
        !layer.body().isEmpty() && leavesItsOutputAlone(layer.body().get(layer.body().size() - 1));
    return (x, mode) -> {
      Tensor sum = body.forward(x, mode);
      Tensor other = shortcut.forward(x, mode);
      return inPlace ? sum.add_(other) : sum.add(other);
    };
  }

  /** Whether the layer's output is new memory that its backward pass does not read. */
  private static boolean leavesItsOutputAlone(Layer layer) {
    return layer instanceof Layer.Dense
        || layer instanceof Layer.Convolution
        || layer instanceof Layer.BatchNormalization
        || layer instanceof Layer.Residual;
  }

  @Override
  public Tensor forward(Tensor x, Mode mode) {
    for (var step : steps) {
      x = step.forward(x, mode);
    }
    return x;
  }
}
