package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.List;

/** A network bound to its memory, as lists of native calls in order. */
final class Tape {
  private final List<Runnable> training = new ArrayList<>();
  private final List<Runnable> evaluation = new ArrayList<>();
  private final List<Runnable> statistics = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();
  private long[] seeds = {};
  private int dropouts;

  /** Returns the number of a dropout layer, from 0, those before it counted. */
  int nextDropout() {
    return dropouts++;
  }

  /** Returns the seeds of the batch in training, one a row. */
  long[] seeds() {
    return seeds;
  }

  /** Adds to both forward passes. */
  void forward(Runnable call) {
    training.add(call);
    evaluation.add(call);
  }

  void training(Runnable call) {
    training.add(call);
  }

  void evaluation(Runnable call) {
    evaluation.add(call);
  }

  /** Adds to what follows the forward pass at the clean parameters. */
  void statistics(Runnable call) {
    statistics.add(call);
  }

  /** Adds to the backward pass, whose first call belongs to the last layer. */
  void backward(Runnable call) {
    backward.add(call);
  }

  /**
   * @param ofBatch one a row
   */
  void runTraining(long[] ofBatch) {
    seeds = ofBatch;
    training.forEach(Runnable::run);
  }

  void runEvaluation() {
    evaluation.forEach(Runnable::run);
  }

  void runStatistics() {
    statistics.forEach(Runnable::run);
  }

  void runBackward() {
    backward.forEach(Runnable::run);
  }
}
