package org.noisemark.suite.checkpoint;

/**
 * How far a training has come.
 *
 * @param epoch that is being taken, from 1
 * @param blocks of its steps that are taken
 * @param lossSum of the examples in them, in nats
 * @param examples in them
 */
public record Position(int epoch, int blocks, double lossSum, long examples) {
  /** Before the first step. */
  public static final Position START = new Position(1, 0, 0, 0);

  /** Returns the position before the first step of the next epoch. */
  public Position nextEpoch() {
    return new Position(epoch + 1, 0, 0, 0);
  }
}
