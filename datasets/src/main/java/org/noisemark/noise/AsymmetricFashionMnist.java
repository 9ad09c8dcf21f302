package org.noisemark.noise;

import java.util.List;

/**
 * Clothes that look alike: ankle boot 9 → sneaker 7, sneaker 7 → sandal 5, pullover 2 → shirt 6,
 * coat 4 → dress 3, dress 3 → coat 4; each of these five with probability r, the other five never,
 * so that r / 2 of all labels are wrong.
 *
 * <p>The rule of Zhang &amp; Sabuncu, NeurIPS 2018 (Generalized Cross Entropy, section 4), as
 * quoted by later work; NLNL (Kim et al. 2019) names boot → sneaker, coat → dress and pullover →
 * shirt "and so on". Other maps for Fashion-MNIST are in use: results under another map are not
 * comparable.
 */
public final class AsymmetricFashionMnist extends MatrixNoise {
  /** By true class. */
  private static final int[] TARGETS = {0, 1, 6, 4, 3, 5, 6, 5, 8, 7};

  public AsymmetricFashionMnist() {
    super(
        "asymmetric-fashion-mnist@1",
        "boot to sneaker to sandal, pullover to shirt, coat to and from dress; rate = share of"
            + " each of these five",
        "Zhang, Sabuncu 2018, arXiv 1805.07836",
        Rates.UP_TO_ONE);
  }

  @Override
  public List<String> datasets() {
    return List.of(
        "fashion-mnist",
        "fashion-mnist-mini",
        "fashion-mnist-3x32x32",
        "fashion-mnist-mini-3x32x32");
  }

  @Override
  protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
    return TransitionMatrix.mapped(TARGETS.length, spec.rate(), i -> TARGETS[i]);
  }
}
