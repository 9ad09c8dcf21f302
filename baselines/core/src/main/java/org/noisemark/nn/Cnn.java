package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.plugin.Values;

/** A small convolutional network. */
public final class Cnn implements NetworkDefinition {
  @Override
  public String name() {
    return "cnn";
  }

  @Override
  public String summary() {
    return "two 3x3 convolutions (16, 32), pooled, dense 64";
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    var features =
        List.of(
            new Convolution(input.channels(), 16, 3, 1, 1, true),
            Activation.RELU,
            new MaxPooling(2, 2),
            new Convolution(16, 32, 3, 1, 1, true),
            Activation.RELU,
            new MaxPooling(2, 2));
    var layers = new ArrayList<Layer>(features);
    layers.add(new Dense(Shapes.after(layers, input).size(), 64));
    layers.add(Activation.RELU);
    layers.add(new Dense(64, classes));
    return layers;
  }
}
