package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.noisemark.nn.Layer;

/**
 * The shapes of a network's parameter tensors, in the canonical order, and their views of a flat
 * tensor.
 *
 * <p>In a model's memory a convolution's weight lies as [out, row, column, in], not in the
 * canonical [out, in, row, column]: so libtorch keeps all activations channels-last, which is the
 * faster format for oneDNN and cuDNN, and never converts a weight.
 */
record ParameterShapes(List<long[]> shapes) {
  static ParameterShapes of(List<Layer> layers) {
    var shapes = new ArrayList<long[]>();
    layers.forEach(layer -> add(layer, shapes));
    return new ParameterShapes(shapes);
  }

  private static void add(Layer layer, List<long[]> shapes) {
    if (layer instanceof Layer.Dense dense) {
      shapes.add(new long[] {dense.outputs(), dense.inputs()});
      shapes.add(new long[] {dense.outputs()});
    } else if (layer instanceof Layer.Convolution c) {
      shapes.add(new long[] {c.outputs(), c.inputs(), c.kernel(), c.kernel()});
      if (c.bias()) {
        shapes.add(new long[] {c.outputs()});
      }
    } else if (layer instanceof Layer.BatchNormalization normalization) {
      shapes.add(new long[] {normalization.channels()});
      shapes.add(new long[] {normalization.channels()});
    } else if (layer instanceof Layer.Residual residual) {
      residual.body().forEach(inner -> add(inner, shapes));
      residual.shortcut().forEach(inner -> add(inner, shapes));
    }
  }

  /** Returns each parameter tensor of a flat tensor in a model's own order. */
  List<Tensor> views(Tensor flat) {
    var views = new ArrayList<Tensor>();
    for (var part : parts(flat)) {
      long[] s = shapes.get(views.size());
      views.add(
          s.length == 4 ? part.view(s[0], s[2], s[3], s[1]).permute(0, 3, 1, 2) : part.view(s));
    }
    return views;
  }

  /** Returns each parameter tensor of a flat tensor in the canonical order. */
  List<Tensor> canonicalViews(Tensor flat) {
    var views = new ArrayList<Tensor>();
    for (var part : parts(flat)) {
      views.add(part.view(shapes.get(views.size())));
    }
    return views;
  }

  private List<Tensor> parts(Tensor flat) {
    var parts = new ArrayList<Tensor>();
    long offset = 0;
    for (var shape : shapes) {
      long length = 1;
      for (long side : shape) {
        length *= side;
      }
      parts.add(flat.narrow(0, offset, length));
      offset += length;
    }
    return parts;
  }
}
