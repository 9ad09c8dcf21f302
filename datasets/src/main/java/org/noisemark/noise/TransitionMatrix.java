package org.noisemark.noise;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * T[i][j]: the probability that an example of class i is labelled j. Square, entries in 0–1, rows
 * summing to 1 within {@value #TOLERANCE}. Immutable.
 */
public final class TransitionMatrix {
  public static final double TOLERANCE = 1e-9;

  private final double[][] rows;

  private TransitionMatrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Copies and checks a matrix, [true class][noisy class].
   *
   * @throws IllegalArgumentException if it is no transition matrix; the message names the row
   */
  public static TransitionMatrix of(double[][] rows) {
    if (rows.length < 2) {
      throw new IllegalArgumentException(
          "a transition matrix needs at least 2 classes, got " + rows.length);
    }
    var copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
      checkRow(i, copy[i], rows.length);
    }
    return new TransitionMatrix(copy);
  }

  private static void checkRow(int i, double[] row, int classes) {
    if (row.length != classes) {
      throw new IllegalArgumentException(
          "row " + i + " has " + row.length + " entries, expected " + classes + ", one a class");
    }
    for (int j = 0; j < classes; j++) {
      if (!(row[j] >= 0 && row[j] <= 1)) {
        throw new IllegalArgumentException(
            "row " + i + ", column " + j + " is " + row[j] + ", expected a probability 0 to 1");
      }
    }
    double sum = Arrays.stream(row).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException(
          "row " + i + " sums to " + sum + ", expected 1 within " + TOLERANCE);
    }
  }

  /** Returns the matrix that changes nothing. */
  public static TransitionMatrix identity(int classes) {
    var rows = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      rows[i][i] = 1;
    }
    return of(rows);
  }

  /** Returns the matrix with one value on its diagonal and another everywhere else. */
  public static TransitionMatrix uniform(int classes, double kept, double flipped) {
    var rows = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      Arrays.fill(rows[i], flipped);
      rows[i][i] = kept;
    }
    return of(rows);
  }

  /**
   * Returns the matrix that sends each class to one other with the same probability.
   *
   * @param target of each class; itself where it keeps its label
   */
  public static TransitionMatrix mapped(int classes, double rate, IntUnaryOperator target) {
    var rows = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      int to = target.applyAsInt(i);
      rows[i][i] = to == i ? 1 : 1 - rate;
      if (to != i) {
        rows[i][to] = rate;
      }
    }
    return of(rows);
  }

  public int classes() {
    return rows.length;
  }

  /** Returns T[from][to]. */
  public double probability(int from, int to) {
    return rows[from][to];
  }

  /**
   * Returns the probability that an example of that class is labelled otherwise: Σ_{j≠i} T[i][j].
   */
  public double flipProbability(int from) {
    double sum = 0;
    for (int to = 0; to < rows.length; to++) {
      sum += to == from ? 0 : rows[from][to];
    }
    return Math.min(1, sum);
  }

  /** Returns the mean of the flip probabilities: the noise rate where classes are as many. */
  public double meanFlipProbability() {
    double sum = 0;
    for (int from = 0; from < rows.length; from++) {
      sum += flipProbability(from);
    }
    return sum / rows.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TransitionMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }
}
