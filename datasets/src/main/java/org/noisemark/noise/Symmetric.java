package org.noisemark.noise;

/** Noise that is the same for all classes; r is the nominal rate, K the number of classes. */
public final class Symmetric {
  private Symmetric() {}

  /**
   * T[i][i] = 1 − r, T[i][j] = r / (K − 1): Patrini et al. 2017, Co-teaching, CIFAR-N; called
   * "symm-exc" by NLNL (Kim et al. 2019).
   */
  public static final class Exclusive extends MatrixNoise {
    public Exclusive() {
      super(
          "symmetric-exclusive@1",
          "to any of the other classes alike; rate = share of wrong labels",
          "Patrini 2017, arXiv 1609.03683",
          Rates.UP_TO_ONE);
    }

    @Override
    protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
      return TransitionMatrix.uniform(classes, 1 - spec.rate(), spec.rate() / (classes - 1));
    }
  }

  /**
   * T[i][i] = 1 − r + r / K, T[i][j] = r / K: the convention of DivideMix, ELR and F-SAM's code,
   * which redraw a share r of the labels from all classes, the true one included ("symm-inc").
   */
  public static final class Inclusive extends MatrixNoise {
    public Inclusive() {
      super(
          "symmetric-inclusive@1",
          "redrawn from all K classes alike; share of wrong labels = rate (1 - 1/K)",
          "DivideMix 2020, arXiv 2002.07394",
          Rates.UP_TO_ONE);
    }

    @Override
    protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
      return TransitionMatrix.uniform(
          classes, 1 - spec.rate() + spec.rate() / classes, spec.rate() / classes);
    }
  }
}
