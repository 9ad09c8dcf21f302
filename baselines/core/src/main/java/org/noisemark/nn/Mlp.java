package org.noisemark.nn;

import java.util.List;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.plugin.Values;

/** A multi-layer perceptron. */
public final class Mlp implements NetworkDefinition {
  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "two hidden layers of 128, ReLU";
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    return List.of(
        new Dense(input.size(), 128),
        Activation.RELU,
        new Dense(128, 128),
        Activation.RELU,
        new Dense(128, classes));
  }
}
