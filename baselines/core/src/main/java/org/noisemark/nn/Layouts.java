package org.noisemark.nn;

import java.util.ArrayList;
import java.util.List;
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
      add(path + i + ".", layers.get(i));
    }
  }

  private void add(String path, Layer layer) {
    if (layer instanceof Layer.Dense dense) {
      add(path + "weight", Kind.WEIGHT, dense.outputs() * dense.inputs(), dense.inputs());
      add(path + "bias", Kind.BIAS, dense.outputs(), 0);
    } else if (layer instanceof Layer.Convolution c) {
      int fanIn = c.inputs() * c.kernel() * c.kernel();
      add(path + "weight", Kind.WEIGHT, c.outputs() * fanIn, fanIn);
      if (c.bias()) {
        add(path + "bias", Kind.BIAS, c.outputs(), 0);
      }
    } else if (layer instanceof Layer.BatchNormalization normalization) {
      add(path + "scale", Kind.NORMALIZATION_SCALE, normalization.channels(), 0);
      add(path + "shift", Kind.NORMALIZATION_SHIFT, normalization.channels(), 0);
    } else if (layer instanceof Layer.Residual residual) {
      addAll(path + "body.", residual.body());
      addAll(path + "shortcut.", residual.shortcut());
    }
  }

  private void add(String name, Kind kind, int length, int fanIn) {
    segments.add(new Segment(name, kind, offset, length, fanIn));
    offset += length;
  }
}
