package org.noisemark.noise;

import java.util.Optional;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Images;

/**
 * The training examples that a noise sees. The labels are not to be changed.
 *
 * @param dataset its name
 * @param labels clean ones, 0 to {@code classes} − 1
 * @param images one a label; empty where only labels are at hand
 */
public record CleanExamples(String dataset, int classes, int[] labels, Optional<Images> images) {
  static CleanExamples of(Dataset dataset) {
    return new CleanExamples(
        dataset.name(),
        dataset.classes(),
        dataset.trainLabels(),
        Optional.of(dataset.trainImages()));
  }

  /**
   * Returns the images.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Images requireImages(String noise) {
    return images.orElseThrow(
        () -> new IllegalArgumentException(noise + " needs the images, got labels alone"));
  }
}
