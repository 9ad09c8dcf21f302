package org.noisemark.noise;

/** T[i][i] = 1 − r, T[i][i + 1 mod K] = r: "pair" of Co-teaching (Han et al. 2018). */
public final class PairFlip extends MatrixNoise {
  public PairFlip() {
    super(
        "pairflip@1",
        "each class to the next, the last to the first; rate below 0.5",
        "Co-teaching 2018, arXiv 1804.06872",
        Rates.BELOW_HALF);
  }

  @Override
  protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
    return TransitionMatrix.mapped(classes, spec.rate(), i -> (i + 1) % classes);
  }
}
