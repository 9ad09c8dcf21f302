package org.noisemark.noise;

import java.util.List;

/**
 * Noises as the code of Co-teaching draws them (Han et al., NeurIPS 2018; Patrini's and CIFAR-N's
 * likewise): one draw from its row of the transition matrix for each label by itself, so that the
 * number of wrong labels is chance. They are the kinds of ours with {@code count: bernoulli} under
 * the name of their source; with exact counts, our default, ours keep the number of each class.
 */
public final class Multinomial {
  private static final String SOURCE = "Co-teaching 2018, arXiv 1804.06872; bhanML/Co-teaching";

  private Multinomial() {}

  private abstract static class OfEachLabel extends MatrixNoise {
    OfEachLabel(String name, String summary, Rates rates) {
      super(name, summary, SOURCE, rates);
    }

    @Override
    public final List<NoiseSpec.Count> counts() {
      return List.of(NoiseSpec.Count.BERNOULLI);
    }
  }

  /** {@link Symmetric.Exclusive}, each label by itself. */
  public static final class CoTeachingSymmetric extends OfEachLabel {
    public CoTeachingSymmetric() {
      super(
          "symmetric-coteaching@1",
          "as Co-teaching's code: symmetric-exclusive@1 with each label drawn by itself",
          Rates.UP_TO_ONE);
    }

    @Override
    protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
      return TransitionMatrix.uniform(classes, 1 - spec.rate(), spec.rate() / (classes - 1));
    }
  }

  /** {@link PairFlip}, each label by itself. */
  public static final class CoTeachingPairFlip extends OfEachLabel {
    public CoTeachingPairFlip() {
      super(
          "pairflip-coteaching@1",
          "as Co-teaching's code: pairflip@1 with each label drawn by itself",
          Rates.BELOW_HALF);
    }

    @Override
    protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
      return TransitionMatrix.mapped(classes, spec.rate(), i -> (i + 1) % classes);
    }
  }
}
