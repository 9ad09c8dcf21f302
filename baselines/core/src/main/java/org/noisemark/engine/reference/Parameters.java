package org.noisemark.engine.reference;

/** Hands out the flat parameter vector to layers, tensor by tensor in the canonical order. */
final class Parameters {
  private final double[] values;
  private int next;

  Parameters(double[] values) {
    this.values = values;
  }

  /** Returns the offset of the next tensor. */
  int take(int length) {
    int offset = next;
    next += length;
    return offset;
  }

  double get(int index) {
    return values[index];
  }
}
