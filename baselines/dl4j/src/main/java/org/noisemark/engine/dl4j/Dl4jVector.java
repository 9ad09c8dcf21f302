package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.noisemark.engine.Checks;
import org.noisemark.engine.Vector;

/** A vector in an array of its own. */
final class Dl4jVector implements Vector {
  private final Arena arena;
  private final INDArray array;

  /**
   * @param arena that the array is of
   */
  Dl4jVector(Arena arena, INDArray array) {
    this.arena = arena;
    this.array = array;
  }

  /**
   * Returns the array.
   *
   * @throws IllegalStateException if the model is closed
   */
  INDArray array() {
    arena.requireOpen();
    return array;
  }

  @Override
  public int length() {
    return (int) array.length();
  }

  @Override
  public void copyFrom(Vector x) {
    Arithmetic.axpby(1, same(x), 0, array());
  }

  @Override
  public void axpby(double a, Vector x, double b) {
    Arithmetic.axpby(a, same(x), b, array());
  }

  @Override
  public void product(Vector x, Vector y) {
    same(x).muli(same(y), array());
  }

  @Override
  public void absolute(Vector x) {
    copyFrom(x);
    Transforms.abs(array(), false);
  }

  @Override
  public void axpyNormalized(double a, Vector x, Vector y, double guard) {
    double norm = Math.sqrt(Arithmetic.dot(same(y), same(y)));
    axpy(a / (norm + guard), x);
  }

  @Override
  public void positive(Vector x) {
    copyFrom(x);
    Transforms.step(array(), false);
  }

  @Override
  public void axpyOverRoot(double a, Vector x, Vector y, double guard) {
    try (INDArray quotient = Transforms.sqrt(same(y), true)) {
      quotient.addi(guard).rdivi(same(x));
      Arithmetic.axpby(a, quotient, 1, array());
    }
  }

  @Override
  public double dot(Vector x) {
    return Arithmetic.dot(array(), same(x));
  }

  @Override
  public void write(double[] values) {
    Checks.length(values.length, length());
    Host.write(values, array());
  }

  @Override
  public double[] read() {
    return Host.read(array());
  }

  /** Returns the array of a vector of this length. */
  INDArray same(Vector x) {
    Checks.length(x.length(), length());
    return ((Dl4jVector) x).array();
  }
}
