package org.noisemark.optim;

/**
 * What a step or a training costs, in gradients over one mini-batch: a gradient over m times as
 * many examples counts m, a forward pass alone a third.
 *
 * @param least that it can cost
 * @param expected its expectation
 * @param most that it can cost
 */
public record Cost(double least, double expected, double most) {
  /** A forward pass alone; forward and backward together take three times as many operations. */
  public static final double FORWARD = 1.0 / 3;

  /**
   * @throws IllegalArgumentException if the three are not in order or the first is below 0
   */
  public Cost {
    Settings.require(
        0 <= least && least <= expected && expected <= most,
        "a cost needs 0 <= least <= expected <= most, got "
            + least
            + ", "
            + expected
            + " and "
            + most);
  }

  /** Returns a cost that is known. */
  public static Cost exactly(double gradients) {
    return new Cost(gradients, gradients, gradients);
  }

  /**
   * Returns a cost that has no limit known before training: a gradient over the whole training set
   * takes what that is large.
   *
   * @param gradients the least
   */
  public static Cost atLeast(double gradients) {
    return new Cost(gradients, gradients, Double.POSITIVE_INFINITY);
  }

  /** Returns whether it is known before training. */
  public boolean isExact() {
    return least == most;
  }

  /** Returns the cost of both. */
  public Cost plus(Cost other) {
    return new Cost(least + other.least, expected + other.expected, most + other.most);
  }
}
