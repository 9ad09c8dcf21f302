package org.noisemark.engine.reference;

import org.noisemark.engine.Checks;
import org.noisemark.engine.Vector;

/** A float64 vector in an array. */
public final class ReferenceVector implements Vector {
  private final double[] values;
  private boolean closed;

  private ReferenceVector(double[] values) {
    this.values = values;
  }

  /** Returns a vector of a copy of the values. */
  public static ReferenceVector of(double... values) {
    return new ReferenceVector(values.clone());
  }

  /** Returns a vector of zeros. */
  public static ReferenceVector zeros(int length) {
    return new ReferenceVector(new double[length]);
  }

  /**
   * Returns the values themselves.
   *
   * @throws IllegalStateException if the model of the vector is closed
   */
  double[] values() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    return values;
  }

  /** Makes it unusable, with its model. */
  void close() {
    closed = true;
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void copyFrom(Vector x) {
    System.arraycopy(same(x), 0, values(), 0, values.length);
  }

  @Override
  public void axpby(double a, Vector x, double b) {
    double[] other = same(x);
    for (int i = 0; i < values.length; i++) {
      values[i] = b == 0 ? a * other[i] : a * other[i] + b * values[i];
    }
  }

  @Override
  public void product(Vector x, Vector y) {
    double[] a = same(x);
    double[] b = same(y);
    for (int i = 0; i < values.length; i++) {
      values[i] = a[i] * b[i];
    }
  }

  @Override
  public void absolute(Vector x) {
    double[] other = same(x);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(other[i]);
    }
  }

  @Override
  public void axpyNormalized(double a, Vector x, Vector y, double guard) {
    same(y);
    axpy(a / (y.norm() + guard), x);
  }

  @Override
  public void positive(Vector x) {
    double[] other = same(x);
    for (int i = 0; i < values.length; i++) {
      values[i] = other[i] > 0 ? 1 : 0;
    }
  }

  @Override
  public void axpyOverRoot(double a, Vector x, Vector y, double guard) {
    double[] over = same(x);
    double[] under = same(y);
    for (int i = 0; i < values.length; i++) {
      values[i] += a * over[i] / (Math.sqrt(under[i]) + guard);
    }
  }

  @Override
  public double dot(Vector x) {
    double[] other = same(x);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other[i];
    }
    return sum;
  }

  @Override
  public void write(double[] newValues) {
    Checks.length(newValues.length, values.length);
    System.arraycopy(newValues, 0, values(), 0, values.length);
  }

  @Override
  public double[] read() {
    return values().clone();
  }

  /** Returns the values of a vector of this length. */
  double[] same(Vector x) {
    Checks.length(x.length(), values.length);
    return ((ReferenceVector) x).values();
  }
}
