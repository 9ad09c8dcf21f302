package org.noisemark.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.MaxPooling;
import org.noisemark.nn.Layer.Residual;

/** The networks by name: one line each. */
public final class Networks {
  /** Describes a network for images of a shape. */
  private interface Design {
    List<Layer> layers(Shape input, int classes);
  }

  private record Entry(String summary, Design design) {}

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  static {
    ENTRIES.put("mlp", new Entry("two hidden layers of 128, ReLU", Networks::mlp));
    ENTRIES.put("cnn", new Entry("two 3x3 convolutions (16, 32), pooled, dense 64", Networks::cnn));
    ENTRIES.put(
        "resnet20", new Entry("ResNet-20 for small images, 1x1 shortcuts", Networks::resnet20));
    ENTRIES.put("resnet18", new Entry("ResNet-18 with a 3x3 stem", Networks::resnet18));
  }

  private Networks() {}

  /** Returns each network's name and a line about it, in the order of {@code list}. */
  public static Map<String, String> summaries() {
    var summaries = new LinkedHashMap<String, String>();
    ENTRIES.forEach((name, entry) -> summaries.put(name, entry.summary()));
    return summaries;
  }

  /**
   * Describes the network of that name for images of a shape.
   *
   * @throws IllegalArgumentException if there is none of that name, or it does not fit the images
   */
  public static Network named(String name, Shape input, int classes) {
    var entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "unknown network '" + name + "', expected one of " + ENTRIES.keySet());
    }
    return new Network(name, input, classes, entry.design().layers(input, classes));
  }

  private static List<Layer> mlp(Shape input, int classes) {
    return List.of(
        new Dense(input.size(), 128),
        Activation.RELU,
        new Dense(128, 128),
        Activation.RELU,
        new Dense(128, classes));
  }

  private static List<Layer> cnn(Shape input, int classes) {
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

  /**
   * He, Zhang, Ren, Sun, CVPR 2016, section 4.2, n = 3: a 3x3 stem, three stages of three blocks of
   * 16, 32 and 64 channels. Shortcuts that change the shape are 1x1 convolutions (the paper's
   * option B), as in the reference code of F-SAM, where the paper's CIFAR networks pad with zeros.
   */
  private static List<Layer> resnet20(Shape input, int classes) {
    return residualNetwork(input, classes, 16, 3, 3);
  }

  /**
   * The same paper's ResNet-18, table 1, for small images as in the code of SAM's descendants: a
   * 3x3 stem of stride 1 and no pooling behind it, four stages of two blocks of 64, 128, 256 and
   * 512 channels.
   */
  private static List<Layer> resnet18(Shape input, int classes) {
    return residualNetwork(input, classes, 64, 4, 2);
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
