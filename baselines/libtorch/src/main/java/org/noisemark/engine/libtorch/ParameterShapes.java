package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.noisemark.nn.ParameterLayout;

/**
 * The shapes of a network's parameter tensors, in the canonical order, and their views of a flat
 * tensor.
 *
 * <p>In a model's memory a convolution's weight lies as [out, row, column, in], not in the
 * canonical [out, in, row, column]: so libtorch keeps all activations channels-last, which is the
 * faster format for oneDNN and cuDNN, and never converts a weight.
 */
record ParameterShapes(List<long[]> shapes) {
  static ParameterShapes of(ParameterLayout layout) {
    return new ParameterShapes(
        layout.segments().stream()
            .map(segment -> segment.shape().stream().mapToLong(Integer::longValue).toArray())
            .toList());
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
