package org.noisemark.noise;

/** No noise at all. */
public final class Clean extends MatrixNoise {
  static final String NAME = "clean";

  public Clean() {
    super(NAME, "labels as they are", "", Rates.ZERO);
  }

  @Override
  protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
    return TransitionMatrix.identity(classes);
  }
}
