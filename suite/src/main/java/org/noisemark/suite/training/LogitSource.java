package org.noisemark.suite.training;

/** What is asked for a network's logits: [rows, classes], row-major. */
interface LogitSource {
  /**
   * @param rows of the official training images
   */
  float[] train(int[] rows);

  /**
   * @param rows of the test images
   */
  float[] test(int[] rows);
}
