package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;

/** Lays out the parameters of layers in the canonical order. */
final class Layouts {
  private final List<Segment> segments = new ArrayList<>();
  private int offset;

  private Layouts() {}

  static ParameterLayout of(List<Layer> layers) {
    var layouts = new Layouts();
    layouts.addAll("", layers);
    return new ParameterLayout(layouts.segments);
  }

  private void addAll(String path, List<Layer> layers) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).accept(new Adder(path + i + "."));
    }
  }

  private final class Adder implements Layer.Visitor<Void> {
    private final String path;

    private Adder(String path) {
      this.path = path;
    }

    @Override
    public Void dense(Layer.Dense layer) {
      add("weight", Kind.WEIGHT, layer.outputs(), layer.inputs());
      return add("bias", Kind.BIAS, layer.outputs());
    }

    @Override
    public Void convolution(Layer.Convolution layer) {
      add("weight", Kind.WEIGHT, layer.outputs(), layer.inputs(), layer.kernel(), layer.kernel());
      return layer.bias() ? add("bias", Kind.BIAS, layer.outputs()) : null;
    }

    @Override
    public Void batchNormalization(Layer.BatchNormalization layer) {
      return normalization(layer.channels());
    }

    @Override
    public Void layerNormalization(Layer.LayerNormalization layer) {
      return normalization(layer.channels());
    }

    @Override
    public Void activation(Layer.Activation layer) {
      return null;
    }

    @Override
    public Void maxPooling(Layer.MaxPooling layer) {
      return null;
    }

    @Override
    public Void globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return null;
    }

    @Override
    public Void dropout(Layer.Dropout layer) {
      return null;
    }

    @Override
    public Void residual(Layer.Residual layer) {
      addAll(path + "body.", layer.body());
      addAll(path + "shortcut.", layer.shortcut());
      return null;
    }

    private Void normalization(int channels) {
      add("scale", Kind.NORMALIZATION_SCALE, channels);
      return add("shift", Kind.NORMALIZATION_SHIFT, channels);
    }

    private Void add(String role, Kind kind, int... shape) {
      var segment = new Segment(path + role, kind, offset, IntStream.of(shape).boxed().toList());
      segments.add(segment);
      offset += segment.length();
      return null;
    }
  }
}
