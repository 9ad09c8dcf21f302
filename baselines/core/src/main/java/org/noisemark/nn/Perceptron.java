package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.Dropout;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** A multi-layer perceptron of any depth and width. */
public final class Perceptron implements NetworkDefinition {
  @Override
  public String name() {
    return "perceptron";
  }

  @Override
  public String summary() {
    return "hidden layers of one width, ReLU, dropout behind each where it is asked for";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.atLeastOne("layers", 2),
        Hyperparameter.atLeastOne("width", 128),
        Hyperparameter.optional(Hyperparameter.decay("dropout", 0)));
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    int width = values.whole("width");
    double dropout = values.real("dropout");
    var layers = new ArrayList<Layer>();
    int size = input.size();
    for (int i = 0; i < values.whole("layers"); i++) {
      layers.add(new Dense(size, width));
      layers.add(Activation.RELU);
      if (dropout > 0) {
        layers.add(new Dropout(dropout));
      }
      size = width;
    }
    layers.add(new Dense(size, classes));
    return layers;
  }
}
