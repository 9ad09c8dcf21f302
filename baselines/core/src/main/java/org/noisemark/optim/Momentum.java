package org.noisemark.optim;

/**
 * Settings of the SGD that every optimizer here descends with, as torch.optim.SGD defines them.
 *
 * <pre>
 *   g ← g + weightDecay · w
 *   v ← momentum · v + g           v = 0 before the first step
 *   w ← w − learningRate · v       Nesterov: w ← w − learningRate · (g + momentum · v)
 * </pre>
 *
 * @param momentum in [0, 1)
 * @param weightDecay at least 0; acts on every parameter, at the unperturbed w
 * @param nesterov whether to look ahead
 */
public record Momentum(double momentum, double weightDecay, boolean nesterov) {
  public Momentum {
    Settings.require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), got " + momentum);
    Settings.atLeastZero("weight_decay", weightDecay);
  }
}
