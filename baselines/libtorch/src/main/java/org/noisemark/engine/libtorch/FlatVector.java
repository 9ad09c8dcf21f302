package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Checks;
import org.noisemark.engine.Vector;

/**
 * A vector in one contiguous tensor, in the order of {@link ParameterShapes}.
 *
 * <p>An operation is one pass over memory ({@link #axpby} for some factors two, {@link
 * #axpyNormalized} one and one to read y), and what a step moves is its cost. In numbers read and
 * written for each parameter, beside the least that any code could do with, which is one pass up to
 * the norm and one for each of the two moves:
 *
 * <pre>
 *             save  direction  norm  move  restore  descend   all  least  bytes of float32
 *   SGD                                              5          5      5                20
 *   SAM, PSAM  2               1     3     2         5         13     10                52
 *   F-SAM      2    6          1     3     2         5         19     13                76
 *   ASAM       2    12         1     3     2         5         25     11               100
 * </pre>
 *
 * PSAM's is SGD's in a step that does not perturb. Each pass of the model adds 1, its zeros.
 */
@SuppressWarnings("try") // a scope works by being open
final class FlatVector implements Vector {
  private final Tensor values;
  private final ParameterShapes shapes;
  private final Placement placement;
  private final Ownership ownership;
  private final int length;

  /** Takes over a tensor of one dimension, which the owner keeps. */
  FlatVector(Tensor values, ParameterShapes shapes, Placement placement, Ownership ownership) {
    this.values = values;
    this.ownership = ownership;
    this.length = Math.toIntExact(values.numel());
    this.shapes = shapes;
    this.placement = placement;
  }

  /**
   * Returns the tensor.
   *
   * @throws IllegalStateException if the model is closed
   */
  Tensor tensor() {
    ownership.requireOpen();
    return values;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void copyFrom(Vector x) {
    values.copy_(same(x));
  }

  /** One pass over memory where a or b is 1 or their sum is, as in every optimizer here. */
  @Override
  public void axpby(double a, Vector x, double b) {
    Tensor other = same(x);
    try (var scope = new PointerScope()) {
      if (x == this) {
        values.mul_(new Scalar(a + b));
      } else if (b == 0) {
        values.copy_(other);
        scale(a);
      } else if (b == 1) {
        values.add_(other, new Scalar(a));
      } else if (a == 1) {
        torch.add_out(values, other, values, new Scalar(b));
      } else if (a + b == 1) {
        values.lerp_(other, new Scalar(a));
      } else {
        scale(b);
        values.add_(other, new Scalar(a));
      }
    }
  }

  private void scale(double factor) {
    if (factor != 1) {
      values.mul_(new Scalar(factor));
    }
  }

  @Override
  public void sum(Vector x, double a, Vector y) {
    try (var scope = new PointerScope()) {
      torch.add_out(values, same(x), same(y), new Scalar(a));
    }
  }

  @Override
  public void product(Vector x, Vector y) {
    torch.mul_out(values, same(x), same(y));
  }

  @Override
  public void scaleAndShift(Vector x, Vector y) {
    torch.addcmul_out(values, same(y), values, same(x));
  }

  @Override
  public void absolute(Vector x) {
    torch.abs_out(values, same(x));
  }

  @Override
  public void axpyNormalized(double a, Vector x, Vector y, double guard) {
    try (var scope = new PointerScope()) {
      Tensor norm = torch.linalg_vector_norm(same(y));
      values.addcmul_(same(x), norm.add_(new Scalar(guard)).reciprocal_().mul_(new Scalar(a)));
    }
  }

  @Override
  public void positive(Vector x) {
    Tensor other = same(x);
    try (var scope = new PointerScope()) {
      values.copy_(other.gt(new Scalar(0.0)));
    }
  }

  @Override
  public void axpyOverRoot(double a, Vector x, Vector y, double guard) {
    try (var scope = new PointerScope()) {
      Tensor under = torch.sqrt(same(y)).add_(new Scalar(guard));
      values.addcdiv_(same(x), under, new Scalar(a));
    }
  }

  @Override
  public double dot(Vector x) {
    try (var scope = new PointerScope()) {
      return tensor().dot(same(x)).item_double();
    }
  }

  @Override
  public void descend(
      Vector g,
      Vector v,
      double learningRate,
      double momentum,
      double weightDecay,
      boolean nesterov) {
    try (var scope = new PointerScope()) {
      FusedSgd.step(values, same(g), same(v), learningRate, momentum, weightDecay, nesterov);
    }
  }

  @Override
  public void write(double[] newValues) {
    ownership.requireOpen();
    Checks.length(newValues.length, length);
    try (var scope = new PointerScope()) {
      var canonical = shapes.canonicalViews(placement.doubles(newValues)).iterator();
      shapes.views(values).forEach(view -> view.copy_(canonical.next()));
    }
  }

  @Override
  public double[] read() {
    ownership.requireOpen();
    try (var scope = new PointerScope()) {
      var copy = new double[length()];
      var memory = new DoublePointer(copy.length);
      var canonical = shapes.canonicalViews(Placement.wrap(memory, ScalarType.Double, copy.length));
      var views = shapes.views(values.cpu()).iterator();
      canonical.forEach(part -> part.copy_(views.next()));
      memory.get(copy);
      return copy;
    }
  }

  /** Returns the tensor of a vector of this length. */
  Tensor same(Vector x) {
    Checks.length(x.length(), length);
    return ((FlatVector) x).tensor();
  }
}
