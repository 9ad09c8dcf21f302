package org.noisemark.optim;

/**
 * What a step may ask the loss and gradient of. All are functions of the parameters in training,
 * and each pass is counted by the examples it takes.
 */
public interface Objectives {
  /** Returns this step's mini-batch. */
  Objective batch();

  /**
   * Returns another mini-batch of the same size, drawn anew at each call from the training set,
   * with the same augmentation.
   */
  Objective anotherBatch();

  /**
   * Returns a batch that is some times as large: this step's mini-batch, and the rest drawn anew
   * from the training set; the whole training set where it has no more.
   *
   * @param times at least 1
   */
  Objective largerBatch(int times);

  /** Returns the whole training set, without augmentation. */
  Objective trainingSet();

  /** Returns objectives that are one and the same: those of an analytic function, say. */
  static Objectives always(Objective objective) {
    return new Objectives() {
      @Override
      public Objective batch() {
        return objective;
      }

      @Override
      public Objective anotherBatch() {
        return objective;
      }

      @Override
      public Objective largerBatch(int times) {
        return objective;
      }

      @Override
      public Objective trainingSet() {
        return objective;
      }
    };
  }
}
