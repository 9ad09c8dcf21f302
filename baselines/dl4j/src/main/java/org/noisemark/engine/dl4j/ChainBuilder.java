package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.noisemark.nn.Layer;

/** Binds layers in order, each to the output of the one before it, in the format that it reads. */
final class ChainBuilder implements Layer.Visitor<Void> {
  /** Images with this many values under a kernel, or fewer, are convolved by one product. */
  private static final int LARGEST_PATCH = 32;

  private final Binding binding;
  private final List<BoundLayer> bound = new ArrayList<>();
  private Value value;

  ChainBuilder(Binding binding, Value input) {
    this.binding = binding;
    this.value = input;
  }

  Binding.Chain chain() {
    return new Binding.Chain(bound, value);
  }

  /** Its weights know only [channel, row, column]. */
  @Override
  public Void dense(Layer.Dense layer) {
    if (!value.isCanonical()) {
      transpose();
    }
    return add(in -> new Dense(layer, in, binding));
  }

  @Override
  public Void convolution(Layer.Convolution layer) {
    boolean ofPatches =
        value.channelsFirst()
            && value.kind() == Value.Kind.INPUT
            && layer.inputs() * layer.kernel() * layer.kernel() <= LARGEST_PATCH;
    return ofPatches
        ? add(in -> new PatchConvolution(layer, in, binding))
        : addChannelsLast(in -> new Convolution(layer, in, binding));
  }

  @Override
  public Void batchNormalization(Layer.BatchNormalization layer) {
    return addChannelsLast(in -> new BatchNormalization(in, binding));
  }

  @Override
  public Void layerNormalization(Layer.LayerNormalization layer) {
    return addChannelsLast(in -> new LayerNormalization(in, binding));
  }

  @Override
  public Void activation(Layer.Activation layer) {
    return add(
        in ->
            switch (layer) {
              case RELU -> new Relu(in, binding);
              case TANH -> new Tanh(in, binding);
            });
  }

  @Override
  public Void maxPooling(Layer.MaxPooling layer) {
    return addChannelsLast(in -> new MaxPooling(layer, in, binding));
  }

  @Override
  public Void globalAveragePooling(Layer.GlobalAveragePooling layer) {
    return addChannelsLast(in -> new GlobalAveragePooling(in, binding));
  }

  @Override
  public Void dropout(Layer.Dropout layer) {
    return add(in -> new Dropout(layer, in, binding));
  }

  @Override
  public Void residual(Layer.Residual layer) {
    return addChannelsLast(in -> new Residual(layer, in, binding));
  }

  private Void addChannelsLast(Function<Value, BoundLayer> layer) {
    if (value.channelsFirst()) {
      transpose();
    }
    return add(layer);
  }

  private void transpose() {
    add(in -> new Transposition(in, binding));
  }

  private Void add(Function<Value, BoundLayer> layer) {
    var next = layer.apply(value);
    bound.add(next);
    value = next.output();
    return null;
  }
}
