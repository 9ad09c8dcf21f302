package org.noisemark.engine;

/**
 * A vector of a network's parameter count, on the engine's device: parameters, a gradient, or an
 * optimizer's state. All vectors of a model have the layout of its parameters.
 *
 * <p>Operations change this vector in place and leave their arguments alone. An argument may be
 * this vector itself. Vectors of two models do not mix.
 */
public interface Vector {
  int length();

  /** this ← x, bit for bit. */
  void copyFrom(Vector x);

  /** this ← a · x + b · this. With b = 0, what this held (NaN too) plays no part. */
  void axpby(double a, Vector x, double b);

  /** this ← this + a · x. */
  default void axpy(double a, Vector x) {
    axpby(a, x, 1);
  }

  /** this ← this ∘ x, element by element. */
  void multiply(Vector x);

  /** this ← |this|, element by element. */
  void absolute();

  /** Returns ⟨this, x⟩. */
  double dot(Vector x);

  /** Returns the Euclidean norm. */
  default double norm() {
    return Math.sqrt(dot(this));
  }

  /**
   * Sets all elements, given in the canonical order of {@link org.noisemark.nn.ParameterLayout}.
   */
  void write(double[] values);

  /** Returns a copy of all elements in the canonical order. */
  double[] read();
}
