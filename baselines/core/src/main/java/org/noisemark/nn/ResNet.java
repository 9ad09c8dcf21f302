package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noisemark.nn.Layer.Activation;
import org.noisemark.nn.Layer.BatchNormalization;
import org.noisemark.nn.Layer.Convolution;
import org.noisemark.nn.Layer.Dense;
import org.noisemark.nn.Layer.GlobalAveragePooling;
import org.noisemark.nn.Layer.LayerNormalization;
import org.noisemark.nn.Layer.Residual;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** Residual networks: He, Zhang, Ren, Sun, CVPR 2016. */
public final class ResNet {
  private ResNet() {}

  /** What normalizes behind each convolution. */
  private enum Normalization {
    BATCH,
    LAYER;

    Layer of(int channels) {
      return switch (this) {
        case BATCH -> new BatchNormalization(channels);
        case LAYER -> new LayerNormalization(channels);
      };
    }
  }

  /**
   * A 3x3 stem of stride 1 with no pooling behind it, stages of basic blocks, each of twice the
   * channels of the one before it. Shortcuts that change the shape are 1x1 convolutions (the
   * paper's option B), as in the reference code of F-SAM, where the paper's CIFAR networks pad with
   * zeros.
   */
  private abstract static class OfBasicBlocks implements NetworkDefinition {
    private final int depth;
    private final int width;
    private final int[] blocks;

    /**
     * @param depth in the name: the layers with weights, shortcuts apart
     * @param width channels of the first stage
     * @param blocks of each stage
     */
    OfBasicBlocks(int depth, int width, int... blocks) {
      this.depth = depth;
      this.width = width;
      this.blocks = blocks;
    }

    @Override
    public String name() {
      return "resnet" + depth;
    }

    @Override
    public String summary() {
      return String.format(
          Locale.ROOT,
          "ResNet-%d, 3x3 stem, 1x1 shortcuts, %d to %d channels",
          depth,
          width,
          width << (blocks.length - 1));
    }

    @Override
    public String source() {
      return "He 2016, arXiv 1512.03385";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.optional(Hyperparameter.choice("normalization", Normalization.BATCH)));
    }

    @Override
    public List<Layer> layers(Shape input, int classes, Values values) {
      var normalization = values.choice("normalization", Normalization.class);
      var layers = new ArrayList<Layer>();
      layers.add(new Convolution(input.channels(), width, 3, 1, 1, false));
      layers.add(normalization.of(width));
      layers.add(Activation.RELU);
      int channels = width;
      for (int stage = 0; stage < blocks.length; stage++) {
        for (int block = 0; block < blocks[stage]; block++) {
          int outputs = width << stage;
          int stride = stage > 0 && block == 0 ? 2 : 1;
          layers.add(basicBlock(channels, outputs, stride, normalization));
          layers.add(Activation.RELU);
          channels = outputs;
        }
      }
      layers.add(new GlobalAveragePooling());
      layers.add(new Dense(channels, classes));
      return layers;
    }
  }

  /** Section 4.2, n = 3. */
  public static final class Of20 extends OfBasicBlocks {
    public Of20() {
      super(20, 16, 3, 3, 3);
    }
  }

  /** Section 4.2, n = 5: the network of SAM's and ASAM's label-noise tables. */
  public static final class Of32 extends OfBasicBlocks {
    public Of32() {
      super(32, 16, 5, 5, 5);
    }
  }

  /** Section 4.2, n = 9. */
  public static final class Of56 extends OfBasicBlocks {
    public Of56() {
      super(56, 16, 9, 9, 9);
    }
  }

  /** Table 1, for small images as in the code of SAM's descendants. */
  public static final class Of18 extends OfBasicBlocks {
    public Of18() {
      super(18, 64, 2, 2, 2, 2);
    }
  }

  /** Table 1, for small images as in the code of SAM's descendants. */
  public static final class Of34 extends OfBasicBlocks {
    public Of34() {
      super(34, 64, 3, 4, 6, 3);
    }
  }

  private static Residual basicBlock(
      int inputs, int outputs, int stride, Normalization normalization) {
    var body =
        List.<Layer>of(
            new Convolution(inputs, outputs, 3, stride, 1, false),
            normalization.of(outputs),
            Activation.RELU,
            new Convolution(outputs, outputs, 3, 1, 1, false),
            normalization.of(outputs));
    var shortcut =
        inputs == outputs && stride == 1
            ? List.<Layer>of()
            : List.<Layer>of(
                new Convolution(inputs, outputs, 1, stride, 0, false), normalization.of(outputs));
    return new Residual(body, shortcut);
  }
}
