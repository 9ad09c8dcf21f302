package org.noisemark.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One mini-batch: which images, the labels to train on (noisy ones included), and what augmentation
 * and regularization do to each. The arrays are not copied and must not be changed.
 *
 * @param rows indices into the images, one an example
 * @param labels class ids, one an example
 * @param transforms one an example
 * @param seeds one an example, any numbers: what dropout draws from
 * @param mixup what the examples are mixed with, if they are
 * @param labelSmoothing share of each target, in [0, 1), that is spread evenly over all classes
 *     (Szegedy et al., CVPR 2016, section 7); 0 for none
 */
public record Batch(
    int[] rows,
    int[] labels,
    List<Transform> transforms,
    long[] seeds,
    Optional<Mixup> mixup,
    double labelSmoothing) {
  /**
   * Examples that are mixed into those of a batch, and their labels likewise (Zhang, Cisse,
   * Dauphin, Lopez-Paz, ICLR 2018): x = share · x + (1 − share) · x', where the images are
   * transformed and normalized.
   *
   * @param rows of the other examples, one for each of the batch
   * @param labels theirs
   * @param transforms theirs
   * @param share of each example of the batch itself, in [0, 1]
   */
  public record Mixup(int[] rows, int[] labels, List<Transform> transforms, double[] share) {
    private Mixup only(int... chosen) {
      return new Mixup(
          chosen(rows, chosen),
          chosen(labels, chosen),
          Arrays.stream(chosen).mapToObj(transforms::get).toList(),
          Arrays.stream(chosen).mapToDouble(i -> share[i]).toArray());
    }

    private Mixup and(Mixup other) {
      return new Mixup(
          joined(rows, other.rows),
          joined(labels, other.labels),
          Stream.concat(transforms.stream(), other.transforms.stream()).toList(),
          Stream.of(share, other.share).flatMapToDouble(Arrays::stream).toArray());
    }
  }

  public Batch {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a batch needs at least one example");
    }
    if (rows.length != labels.length
        || rows.length != transforms.size()
        || rows.length != seeds.length) {
      throw new IllegalArgumentException(
          rows.length
              + " rows, "
              + labels.length
              + " labels, "
              + transforms.size()
              + " transforms and "
              + seeds.length
              + " seeds: they must be as many");
    }
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "label smoothing must be in [0, 1), got " + labelSmoothing);
    }
  }

  /** A batch of transformed images, all of seed 0, neither mixed nor smoothed. */
  public Batch(int[] rows, int[] labels, List<Transform> transforms) {
    this(rows, labels, transforms, new long[rows.length], Optional.empty(), 0);
  }

  /** A batch of the images as they are. */
  public Batch(int[] rows, int[] labels) {
    this(rows, labels, Collections.nCopies(rows.length, Transform.IDENTITY));
  }

  /**
   * Returns some of the examples.
   *
   * @param chosen indices from 0 to {@link #size} − 1, at least one
   */
  public Batch only(int... chosen) {
    return new Batch(
        chosen(rows, chosen),
        chosen(labels, chosen),
        Arrays.stream(chosen).mapToObj(transforms::get).toList(),
        Arrays.stream(chosen).mapToLong(i -> seeds[i]).toArray(),
        mixup.map(mixed -> mixed.only(chosen)),
        labelSmoothing);
  }

  /**
   * Returns this batch and another behind it.
   *
   * @throws IllegalArgumentException unless both are mixed or neither is, and smoothed alike
   */
  public Batch and(Batch other) {
    if (mixup.isPresent() != other.mixup.isPresent() || labelSmoothing != other.labelSmoothing) {
      throw new IllegalArgumentException("two batches must be mixed and smoothed alike");
    }
    return new Batch(
        joined(rows, other.rows),
        joined(labels, other.labels),
        Stream.concat(transforms.stream(), other.transforms.stream()).toList(),
        LongStream.concat(Arrays.stream(seeds), Arrays.stream(other.seeds)).toArray(),
        mixup.map(mixed -> mixed.and(other.mixup.get())),
        labelSmoothing);
  }

  public int size() {
    return rows.length;
  }

  /**
   * Returns what the network is to answer: [size, classes], row-major, each row of sum 1.
   *
   * @param classes more than any label
   */
  public double[] targets(int classes) {
    var targets = new double[size() * classes];
    Arrays.fill(targets, labelSmoothing / classes);
    for (int i = 0; i < size(); i++) {
      double share = mixup.isPresent() ? mixup.get().share()[i] : 1;
      targets[i * classes + labels[i]] += (1 - labelSmoothing) * share;
      if (mixup.isPresent()) {
        targets[i * classes + mixup.get().labels()[i]] += (1 - labelSmoothing) * (1 - share);
      }
    }
    return targets;
  }

  private static int[] chosen(int[] values, int... chosen) {
    return Arrays.stream(chosen).map(i -> values[i]).toArray();
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
