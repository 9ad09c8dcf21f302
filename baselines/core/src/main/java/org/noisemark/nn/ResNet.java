package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.Residual;
import org.noisemark.plugin.Values;

/** Residual networks: He, Zhang, Ren, Sun, CVPR 2016. */
public final class ResNet {
  private ResNet() {}

  /**
   * Section 4.2, n = 3: a 3x3 stem, three stages of three blocks of 16, 32 and 64 channels.
   * Shortcuts that change the shape are 1x1 convolutions (the paper's option B), as in the
   * reference code of F-SAM, where the paper's CIFAR networks pad with zeros.
   */
  public static final class Of20 implements NetworkDefinition {
    @Override
    public String name() {
      return "resnet20";
    }

    @Override
    public String summary() {
      return "ResNet-20 for small images, 1x1 shortcuts";
    }

    @Override
    public String source() {
      return "He 2016, arXiv 1512.03385";
    }

    @Override
    public List<Layer> layers(Shape input, int classes, Values values) {
      return residualNetwork(input, classes, 16, 3, 3);
    }
  }

  /**
   * Table 1, for small images as in the code of SAM's descendants: a 3x3 stem of stride 1 and no
   * pooling behind it, four stages of two blocks of 64, 128, 256 and 512 channels.
   */
  public static final class Of18 implements NetworkDefinition {
    @Override
    public String name() {
      return "resnet18";
    }

    @Override
    public String summary() {
      return "ResNet-18 with a 3x3 stem";
    }

    @Override
    public String source() {
      return "He 2016, arXiv 1512.03385";
    }

    @Override
    public List<Layer> layers(Shape input, int classes, Values values) {
      return residualNetwork(input, classes, 64, 4, 2);
    }
  }

  private static List<Layer> residualNetwork(
      Shape input, int classes, int width, int stages, int blocks) {
    var layers = new ArrayList<Layer>();
    layers.add(new Convolution(input.channels(), width, 3, 1, 1, false));
    layers.add(new BatchNormalization(width));
    layers.add(Activation.RELU);
    int channels = width;
    for (int stage = 0; stage < stages; stage++) {
      for (int block = 0; block < blocks; block++) {
        int outputs = width << stage;
        layers.add(basicBlock(channels, outputs, stage > 0 && block == 0 ? 2 : 1));
        layers.add(Activation.RELU);
        channels = outputs;
      }
    }
    layers.add(new GlobalAveragePooling());
    layers.add(new Dense(channels, classes));
    return layers;
  }

  private static Residual basicBlock(int inputs, int outputs, int stride) {
    var body =
        List.<Layer>of(
            new Convolution(inputs, outputs, 3, stride, 1, false),
            new BatchNormalization(outputs),
            Activation.RELU,
            new Convolution(outputs, outputs, 3, 1, 1, false),
            new BatchNormalization(outputs));
    var shortcut =
        inputs == outputs && stride == 1
            ? List.<Layer>of()
            : List.<Layer>of(
                new Convolution(inputs, outputs, 1, stride, 0, false),
                new BatchNormalization(outputs));
    return new Residual(body, shortcut);
  }
}
