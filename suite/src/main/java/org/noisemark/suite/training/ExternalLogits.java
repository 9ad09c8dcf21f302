package org.noisemark.suite.training;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Logits that a program of the user's has given: those of the rows that are evaluated, and those of
 * the test images.
 */
public final class ExternalLogits implements LogitSource {
  private final int[] evaluated;
  private final int classes;
  private final float[] train;
  private final float[] test;

  /**
   * @param evaluated rows of the training images, ascending, see {@link #rows}
   * @param train [evaluated rows, classes]
   * @param test [test images, classes]
   */
  ExternalLogits(int[] evaluated, int classes, float[] train, float[] test) {
    this.evaluated = evaluated;
    this.classes = classes;
    this.train = train;
    this.test = test;
  }

  /** Returns the training images that are evaluated, ascending: for validation and memorisation. */
  static int[] rows(PreparedData data) {
    return IntStream.concat(
            Arrays.stream(data.split().validation()), Arrays.stream(data.memorisation()))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Returns those of a cell's {@link #both both} parts.
   *
   * @throws IllegalArgumentException if they are not as many as its data and rows ask for
   */
  private static ExternalLogits of(PreparedData data, float[] both) {
    int[] rows = rows(data);
    int classes = data.dataset().classes();
    int first = rows.length * classes;
    int expected = first + data.dataset().testImages().count() * classes;
    if (both.length != expected) {
      throw new IllegalArgumentException("got " + both.length + " logits, expected " + expected);
    }
    return new ExternalLogits(
        rows, classes, Arrays.copyOf(both, first), Arrays.copyOfRange(both, first, both.length));
  }

  /**
   * Returns what they say of a cell's data.
   *
   * @param both as they are kept beside a record
   * @throws IllegalArgumentException as {@link #of}, or if one is NaN or infinite
   */
  public static EpochEvaluation.Scores scores(PreparedData data, float[] both) {
    try {
      return new EpochEvaluation(data, of(data, both)).measure(new Deadline(Duration.ZERO));
    } catch (DivergedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("there is no time limit", e);
    }
  }

  /** Returns those of the evaluated rows, then those of the test images. */
  float[] both() {
    var both = Arrays.copyOf(train, train.length + test.length);
    System.arraycopy(test, 0, both, train.length, test.length);
    return both;
  }

  @Override
  public float[] train(int[] rows) {
    return of(train, Arrays.stream(rows).map(row -> Arrays.binarySearch(evaluated, row)).toArray());
  }

  @Override
  public float[] test(int[] rows) {
    return of(test, rows);
  }

  private float[] of(float[] logits, int[] positions) {
    var chosen = new float[positions.length * classes];
    for (int i = 0; i < positions.length; i++) {
      System.arraycopy(logits, positions[i] * classes, chosen, i * classes, classes);
    }
    return chosen;
  }
}
