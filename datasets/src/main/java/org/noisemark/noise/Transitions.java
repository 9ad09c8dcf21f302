package org.noisemark.noise;

import java.util.function.IntUnaryOperator;

/** The formulas of the registry's transition matrices; r is the nominal rate, K the classes. */
final class Transitions {
  /** By true class; see {@link #asymmetricFashionMnist}. */
  private static final int[] FASHION_MNIST = {0, 1, 6, 4, 3, 5, 6, 5, 8, 7};

  private Transitions() {}

  static TransitionMatrix none(NoiseSpec spec, int classes) {
    return TransitionMatrix.identity(classes);
  }

  static TransitionMatrix given(NoiseSpec spec, int classes) {
    return spec.matrix().orElseThrow();
  }

  /**
   * T[i][i] = 1 − r, T[i][j] = r / (K − 1): Patrini et al. 2017, Co-teaching, CIFAR-N; called
   * "symm-exc" by NLNL (Kim et al. 2019).
   */
  static TransitionMatrix symmetricExclusive(NoiseSpec spec, int classes) {
    return uniform(classes, 1 - spec.rate(), spec.rate() / (classes - 1));
  }

  /**
   * T[i][i] = 1 − r + r / K, T[i][j] = r / K: the convention of DivideMix, ELR and F-SAM's code,
   * which redraw a share r of the labels from all classes, the true one included ("symm-inc").
   */
  static TransitionMatrix symmetricInclusive(NoiseSpec spec, int classes) {
    return uniform(classes, 1 - spec.rate() + spec.rate() / classes, spec.rate() / classes);
  }

  private static TransitionMatrix uniform(int classes, double kept, double flipped) {
    var rows = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        rows[i][j] = i == j ? kept : flipped;
      }
    }
    return TransitionMatrix.of(rows);
  }

  /** T[i][i] = 1 − r, T[i][i + 1 mod K] = r: "pair" of Co-teaching (Han et al. 2018). */
  static TransitionMatrix pairFlip(NoiseSpec spec, int classes) {
    return mapped(classes, spec.rate(), i -> (i + 1) % classes);
  }

  /**
   * Clothes that look alike: ankle boot 9 → sneaker 7, sneaker 7 → sandal 5, pullover 2 → shirt 6,
   * coat 4 → dress 3, dress 3 → coat 4; each of these five with probability r, the other five
   * never, so that r / 2 of all labels are wrong.
   *
   * <p>The rule of Zhang &amp; Sabuncu, NeurIPS 2018 (Generalized Cross Entropy, section 4), as
   * quoted by later work; NLNL (Kim et al. 2019) names boot → sneaker, coat → dress and pullover →
   * shirt "and so on". Other maps for Fashion-MNIST are in use: results under another map are not
   * comparable.
   */
  static TransitionMatrix asymmetricFashionMnist(NoiseSpec spec, int classes) {
    return mapped(FASHION_MNIST.length, spec.rate(), i -> FASHION_MNIST[i]);
  }

  private static TransitionMatrix mapped(int classes, double rate, IntUnaryOperator target) {
    var rows = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      int to = target.applyAsInt(i);
      rows[i][i] = to == i ? 1 : 1 - rate;
      if (to != i) {
        rows[i][to] = rate;
      }
    }
    return TransitionMatrix.of(rows);
  }
}
