package org.noisemark.optim;

/**
 * Settings of the SGD that every optimizer here descends with; {@link
 * org.noisemark.engine.Vector#descend} has the equations.
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
