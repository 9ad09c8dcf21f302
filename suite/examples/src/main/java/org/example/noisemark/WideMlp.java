package org.example.noisemark;

import java.util.List;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.NetworkDefinition;
import org.noisemark.nn.Shape;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** One hidden layer of any width. */
public final class WideMlp implements NetworkDefinition {
  @Override
  public String name() {
    return "wide-mlp";
  }

  @Override
  public String summary() {
    return "one hidden layer, ReLU";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.atLeastOne("width", 512));
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    int width = values.whole("width");
    return List.of(new Dense(input.size(), width), Activation.RELU, new Dense(width, classes));
  }
}
