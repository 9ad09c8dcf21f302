package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.Dropout;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.Residual;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Wide residual networks: Zagoruyko, Komodakis, BMVC 2016. A stem of 16 channels, three stages of
 * pre-activated blocks of 16, 32 and 64 times the width, with dropout before the second convolution
 * of each where it is asked for. Where a block changes the shape, its first normalization and
 * activation stand before the shortcut, too.
 */
public final class WideResNet {
  private WideResNet() {}

  private abstract static class OfWidth implements NetworkDefinition {
    private final int depth;
    private final int width;

    OfWidth(int depth, int width) {
      this.depth = depth;
      this.width = width;
    }

    @Override
    public String name() {
      return String.format(Locale.ROOT, "wrn-%d-%d", depth, width);
    }

    @Override
    public String summary() {
      return String.format(Locale.ROOT, "wide ResNet of depth %d and width %d", depth, width);
    }

    @Override
    public String source() {
      return "Zagoruyko 2016, arXiv 1605.07146";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.optional(Hyperparameter.decay("dropout", 0)));
    }

    @Override
    public List<Layer> layers(Shape input, int classes, Values values) {
      var layers = new ArrayList<Layer>();
      layers.add(new Convolution(input.channels(), 16, 3, 1, 1, false));
      int channels = 16;
      for (int stage = 0; stage < 3; stage++) {
        int outputs = 16 * width << stage;
        for (int block = 0; block < (depth - 4) / 6; block++) {
          int stride = stage > 0 && block == 0 ? 2 : 1;
          addBlock(layers, channels, outputs, stride, values.real("dropout"));
          channels = outputs;
        }
      }
      layers.add(new BatchNormalization(channels));
      layers.add(Activation.RELU);
      layers.add(new GlobalAveragePooling());
      layers.add(new Dense(channels, classes));
      return layers;
    }

    private static void addBlock(
        List<Layer> layers, int inputs, int outputs, int stride, double dropout) {
      var before = List.of(new BatchNormalization(inputs), Activation.RELU);
      var body = new ArrayList<Layer>();
      var shortcut = new ArrayList<Layer>();
      if (inputs == outputs && stride == 1) {
        body.addAll(before);
      } else {
        layers.addAll(before);
        shortcut.add(new Convolution(inputs, outputs, 1, stride, 0, false));
      }
      body.add(new Convolution(inputs, outputs, 3, stride, 1, false));
      body.add(new BatchNormalization(outputs));
      body.add(Activation.RELU);
      if (dropout > 0) {
        body.add(new Dropout(dropout));
      }
      body.add(new Convolution(outputs, outputs, 3, 1, 1, false));
      layers.add(new Residual(body, shortcut));
    }
  }

  /** Of SAM's small experiments. */
  public static final class Of16Times4 extends OfWidth {
    public Of16Times4() {
      super(16, 4);
    }
  }

  /** Of SAM's and F-SAM's CIFAR tables. */
  public static final class Of28Times10 extends OfWidth {
    public Of28Times10() {
      super(28, 10);
    }
  }
}
