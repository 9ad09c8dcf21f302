package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.plugin.Values;

/**
 * VGG-16 (Simonyan, Zisserman, ICLR 2015, configuration D) with batch normalization, as it is used
 * for images of 32 x 32: one dense layer behind the thirteen convolutions.
 */
public final class Vgg16 implements NetworkDefinition {
  private static final int POOLING = 0;
  private static final int[] CONFIGURATION = {
    64, 64, POOLING, 128, 128, POOLING, 256, 256, 256, POOLING, 512, 512, 512, POOLING, 512, 512,
    512, POOLING
  };
  private static final int SMALLEST = 32;

  @Override
  public String name() {
    return "vgg16-bn";
  }

  @Override
  public String summary() {
    return "VGG-16 with batch normalization, for 32x32 images";
  }

  @Override
  public String source() {
    return "Simonyan 2015, arXiv 1409.1556";
  }

  @Override
  public List<Layer> layers(Shape input, int classes, Values values) {
    if (Math.min(input.height(), input.width()) < SMALLEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vgg16-bn pools five times and needs images of at least 32x32, got %dx%d",
              input.height(),
              input.width()));
    }
    var layers = new ArrayList<Layer>();
    int channels = input.channels();
    for (int outputs : CONFIGURATION) {
      if (outputs == POOLING) {
        layers.add(new MaxPooling(2, 2));
      } else {
        layers.add(new Convolution(channels, outputs, 3, 1, 1, true));
        layers.add(new BatchNormalization(outputs));
        layers.add(Activation.RELU);
        channels = outputs;
      }
    }
    layers.add(new Dense(Shapes.after(layers, input).size(), classes));
    return layers;
  }
}
