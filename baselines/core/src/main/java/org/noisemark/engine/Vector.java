package org.noisemark.engine;

/**
 * A vector of the length of a network's parameters, on the engine's device: parameters, a gradient,
 * or an optimizer's state. All vectors of a model have the layout of its parameters.
 *
 * <p>Operations change this vector in place and, unless they say otherwise, leave their arguments
 * unchanged. No operation but {@link #read}, {@link #dot} and {@link #norm} waits for the device.
 *
 * <p>Arguments must be vectors of the same model. An operation throws {@code
 * IllegalArgumentException} with both lengths if one is of another length, {@code
 * ClassCastException} if one is of another engine, and {@code IllegalStateException} if the model
 * is closed.
 *
 * <p>The body of a default method is its definition; an engine may compute the same in fewer passes
 * over memory.
 */
public interface Vector {
  /** Returns the number of elements. */
  int length();

  /** this ← x, bit for bit. */
  void copyFrom(Vector x);

  /** this ← a · x + b · this; x may be this. With b = 0, what this held is ignored, NaN too. */
  void axpby(double a, Vector x, double b);

  /** this ← this + a · x; x may be this. */
  default void axpy(double a, Vector x) {
    axpby(a, x, 1);
  }

  /** this ← x + a · y; neither may be this. */
  default void sum(Vector x, double a, Vector y) {
    copyFrom(x);
    axpy(a, y);
  }

  /** this ← x ∘ y, element by element; either may be this. */
  void product(Vector x, Vector y);

  /** this ← this ∘ x + y, element by element; neither may be this. */
  default void scaleAndShift(Vector x, Vector y) {
    product(this, x);
    axpy(1, y);
  }

  /** this ← |x|, element by element; x may be this. */
  void absolute(Vector x);

  /**
   * this ← this + a · x / (‖y‖ + guard), ‖·‖ the Euclidean norm; x may be y, neither may be this.
   */
  void axpyNormalized(double a, Vector x, Vector y, double guard);

  /** this ← 1 where x is above 0, otherwise 0, element by element; x may be this. */
  void positive(Vector x);

  /**
   * this ← this + a · x / (√y + guard), element by element; neither may be this.
   *
   * @param y of elements at least 0
   * @param guard at least 0
   */
  void axpyOverRoot(double a, Vector x, Vector y, double guard);

  /** Returns the inner product with x, which may be this. */
  double dot(Vector x);

  /** Returns the Euclidean norm. */
  default double norm() {
    return Math.sqrt(dot(this));
  }

  /**
   * One step of SGD from this, as torch.optim.SGD defines it:
   *
   * <pre>
   *   g ← g + weightDecay · this
   *   v ← momentum · v + g
   *   this ← this − learningRate · v      Nesterov: this − learningRate · (g + momentum · v)
   * </pre>
   *
   * @param g gradient at this; undefined afterwards
   * @param v velocity, changed in place; with momentum 0 ignored, and undefined afterwards
   * @param weightDecay at least 0
   */
  default void descend(
      Vector g,
      Vector v,
      double learningRate,
      double momentum,
      double weightDecay,
      boolean nesterov) {
    if (weightDecay > 0) {
      g.axpy(weightDecay, this);
    }
    v.axpby(1, g, momentum);
    if (nesterov) {
      g.axpy(momentum, v);
      axpy(-learningRate, g);
    } else {
      axpy(-learningRate, v);
    }
  }

  /**
   * Sets all elements, rounded to the type of the parameters.
   *
   * @param values in the canonical order of {@link org.noisemark.nn.ParameterLayout}
   * @throws IllegalArgumentException if they are not as many; the message has both numbers
   */
  void write(double[] values);

  /** Returns a copy of all elements in the canonical order. */
  double[] read();
}
