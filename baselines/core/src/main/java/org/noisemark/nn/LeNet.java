package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.plugin.Values;

/**
 * LeNet-5 (LeCun, Bottou, Bengio, Haffner, 1998) as it is used today: ReLU in place of the sigmoid,
 * maximum pooling in place of the trained one, softmax at the end. The first convolution pads, so
 * that images of 28 x 28 pixels are as large as the original's.
 */
public final class LeNet implements NetworkDefinition {
  @Override
  public String name() {
    return "lenet";
  }

  @Override
  public String summary() {
    return "LeNet-5 with ReLU: 5x5 convolutions (6, 16), dense 120, 84";
  }

  @Override
  public String source() {
    return "LeCun 1998, doi 10.1109/5.726791";
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    var layers = new ArrayList<Layer>();
    layers.add(new Convolution(input.channels(), 6, 5, 1, 2, true));
    layers.add(Activation.RELU);
    layers.add(new MaxPooling(2, 2));
    layers.add(new Convolution(6, 16, 5, 1, 0, true));
    layers.add(Activation.RELU);
    layers.add(new MaxPooling(2, 2));
    layers.add(new Dense(Shapes.after(layers, input).size(), 120));
    layers.add(Activation.RELU);
    layers.add(new Dense(120, 84));
    layers.add(Activation.RELU);
    layers.add(new Dense(84, classes));
    return layers;
  }
}
