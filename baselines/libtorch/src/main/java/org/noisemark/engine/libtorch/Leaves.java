package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameter tensors that a network's layers compute with: views of the flat parameters, whose
 * gradients libtorch adds to views of a flat gradient.
 */
@SuppressWarnings("try") // a scope works by being open
final class Leaves {
  private final ParameterShapes shapes;
  private final List<Tensor> leaves = new ArrayList<>();
  private final Iterator<Tensor> untaken;
  private Tensor bound;

  Leaves(Tensor flat, ParameterShapes shapes, Ownership ownership) {
    this.shapes = shapes;
    for (Tensor view : shapes.views(flat)) {
      Tensor leaf = ownership.keep(view.detach());
      leaf.set_requires_grad(true);
      leaves.add(leaf);
    }
    this.untaken = leaves.iterator();
  }

  /** Returns the next parameter tensor of the canonical order. */
  Tensor take() {
    return untaken.next();
  }

  /** Makes the next backward pass add its gradients to the flat tensor. */
  void collectInto(Tensor gradient) {
    if (gradient == bound) {
      return;
    }
    try (var scope = new PointerScope()) {
      var views = shapes.views(gradient).iterator();
      leaves.forEach(leaf -> leaf.mutable_grad().put(views.next()));
    }
    bound = gradient;
  }
}
