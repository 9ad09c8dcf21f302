package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameter tensors that a network's layers compute with: views of the flat parameters, whose
 * gradients libtorch adds to views of a flat gradient.
 */
@SuppressWarnings("try") // a scope works by being open
final class Leaves {
  private final Tensor flat;
  private final Ownership ownership;
  private final List<Tensor> leaves = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();
  private long offset;
  private Tensor bound;

  Leaves(Tensor flat, Ownership ownership) {
    this.flat = flat;
    this.ownership = ownership;
  }

  /** Returns the next parameter tensor of the canonical order. */
  Tensor take(long... shape) {
    Tensor leaf = ownership.keep(view(flat, offset, shape).detach());
    leaf.set_requires_grad(true);
    offset += leaf.numel();
    leaves.add(leaf);
    shapes.add(shape);
    return leaf;
  }

  /** Makes the next backward pass add its gradients to the flat tensor. */
  void collectInto(Tensor gradient) {
    if (gradient == bound) {
      return;
    }
    try (var scope = new PointerScope()) {
      long at = 0;
      for (int i = 0; i < leaves.size(); i++) {
        leaves.get(i).mutable_grad().put(view(gradient, at, shapes.get(i)));
        at += leaves.get(i).numel();
      }
    }
    bound = gradient;
  }

  private static Tensor view(Tensor flat, long offset, long[] shape) {
    long length = 1;
    for (long side : shape) {
      length *= side;
    }
    return flat.narrow(0, offset, length).view(shape);
  }
}
