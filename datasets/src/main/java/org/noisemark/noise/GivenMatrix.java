package org.noisemark.noise;

/** Any transition matrix of the user's. */
public final class GivenMatrix extends MatrixNoise {
  static final String NAME = "matrix@1";

  public GivenMatrix() {
    super(NAME, "any transition matrix, from a CSV file", "", Rates.UP_TO_ONE);
  }

  @Override
  protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
    return spec.matrix().orElseThrow();
  }
}
