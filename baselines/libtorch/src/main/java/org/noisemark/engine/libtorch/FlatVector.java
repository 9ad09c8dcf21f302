package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Vector;

/** A vector in one contiguous tensor, in the order of {@link ParameterShapes}. */
@SuppressWarnings("try") // a scope works by being open
final class FlatVector implements Vector {
  private final Tensor values;
  private final ParameterShapes shapes;
  private final Placement placement;

  /** Takes over a tensor of one dimension. */
  FlatVector(Tensor values, ParameterShapes shapes, Placement placement) {
    this.values = values;
    this.shapes = shapes;
    this.placement = placement;
  }

  Tensor tensor() {
    return values;
  }

  @Override
  public int length() {
    return Math.toIntExact(values.numel());
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
  public void write(double[] newValues) {
    requireLength(newValues.length);
    try (var scope = new PointerScope()) {
      var canonical = shapes.canonicalViews(placement.doubles(newValues)).iterator();
      shapes.views(values).forEach(view -> view.copy_(canonical.next()));
    }
  }

  @Override
  public double[] read() {
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

  private Tensor same(Vector x) {
    requireLength(x.length());
    return ((FlatVector) x).values;
  }

  private void requireLength(int length) {
    if (length != length()) {
      throw new IllegalArgumentException(
          "got a vector of length " + length + ", expected " + length());
    }
  }
}
