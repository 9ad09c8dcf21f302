package org.noisemark.engine;

import java.util.Locale;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.nn.Network;
import org.noisemark.nn.Shape;

/**
 * What {@link Model} and {@link Vector} refuse, in the same words by every engine. All throw {@code
 * IllegalArgumentException} with what was got and what was expected.
 */
public final class Checks {
  private Checks() {}

  /** Requires images of the shape that a network takes, and a normalization of their channels. */
  public static void images(Network network, Images images, Normalization normalization) {
    var shape = new Shape(images.channels(), images.height(), images.width());
    if (!shape.equals(network.input())) {
      throw new IllegalArgumentException(
          "images are " + shape + ", but " + network.name() + " expects " + network.input());
    }
    if (normalization.channels() != images.channels()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "got a normalization of %d channels, expected %d",
              normalization.channels(),
              images.channels()));
    }
  }

  /** Requires that each row is an example, counted from 0. */
  public static void rows(Examples examples, int[] rows) {
    for (int row : rows) {
      if (row < 0 || row >= examples.count()) {
        throw new IllegalArgumentException(
            "row " + row + " is not one of the " + examples.count() + " examples");
      }
    }
  }

  /**
   * Requires that the rows of a batch, and those mixed into it, are examples, and their labels
   * classes, both counted from 0.
   */
  public static void batch(Network network, Examples examples, Batch batch) {
    rows(examples, batch.rows());
    labels(network, batch.labels());
    batch
        .mixup()
        .ifPresent(
            mixup -> {
              rows(examples, mixup.rows());
              labels(network, mixup.labels());
            });
  }

  private static void labels(Network network, int[] labels) {
    for (int label : labels) {
      if (label < 0 || label >= network.classes()) {
        throw new IllegalArgumentException(
            "label " + label + " is not one of the " + network.classes() + " classes");
      }
    }
  }

  /** Requires the number of running statistics. */
  public static void statistics(double[] got, int expected) {
    if (got.length != expected) {
      throw new IllegalArgumentException(
          "got " + got.length + " running statistics, expected " + expected);
    }
  }

  /** Requires the length of a vector. */
  public static void length(int got, int expected) {
    if (got != expected) {
      throw new IllegalArgumentException(
          "got a vector of length " + got + ", expected " + expected);
    }
  }
}
