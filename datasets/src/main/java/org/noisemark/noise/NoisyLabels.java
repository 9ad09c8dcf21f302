package org.noisemark.noise;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** The labels of a training set, clean and noisy, in the data set's order. Immutable. */
public final class NoisyLabels {
  private final NoiseSpec spec;
  private final Optional<TransitionMatrix> matrix;
  private final int[] clean;
  private final int[] noisy;
  private final int[][] transitions;

  NoisyLabels(
      NoiseSpec spec, Optional<TransitionMatrix> matrix, int classes, int[] clean, int[] noisy) {
    this.spec = spec;
    this.matrix = matrix;
    this.clean = clean.clone();
    this.noisy = noisy.clone();
    transitions = new int[classes][classes];
    for (int row = 0; row < clean.length; row++) {
      transitions[clean[row]][noisy[row]]++;
    }
  }

  public NoiseSpec spec() {
    return spec;
  }

  /** Returns the transition matrix of the specification; empty where the noise has none. */
  public Optional<TransitionMatrix> matrix() {
    return matrix;
  }

  public int size() {
    return clean.length;
  }

  /** Returns a copy of the noisy labels. */
  public int[] labels() {
    return noisy.clone();
  }

  /** Returns a copy of the clean labels. */
  public int[] cleanLabels() {
    return clean.clone();
  }

  /** Whether that example's label is wrong. */
  public boolean flipped(int row) {
    return noisy[row] != clean[row];
  }

  /** Returns the number of wrong labels. */
  public int flips() {
    int kept = 0;
    for (int label = 0; label < transitions.length; label++) {
      kept += transitions[label][label];
    }
    return clean.length - kept;
  }

  /** Returns the number of examples of that (clean) class. */
  int count(int label) {
    return Arrays.stream(transitions[label]).sum();
  }

  /** Returns the share of wrong labels, 0–1; 0 if there are no labels. */
  public double effectiveRate() {
    return ratio(flips(), clean.length);
  }

  /** Returns for each clean class the share of wrong labels; 0 for a class without examples. */
  public double[] effectiveRatePerClass() {
    var rates = new double[transitions.length];
    Arrays.setAll(rates, i -> ratio(count(i) - transitions[i][i], count(i)));
    return rates;
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Returns a copy of the counts, [clean class][noisy class]. */
  public int[][] transitions() {
    return Arrays.stream(transitions).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * Returns the SHA-256 of the noisy labels, one byte each, in the data set's order.
   *
   * @throws IllegalStateException beyond 256 classes, which a byte cannot hold
   */
  public String sha256() {
    if (transitions.length > 256) {
      throw new IllegalStateException(transitions.length + " classes do not fit a byte each");
    }
    var bytes = new byte[noisy.length];
    for (int row = 0; row < noisy.length; row++) {
      bytes[row] = (byte) noisy[row];
    }
    return DigestUtils.sha256Hex(bytes);
  }
}
