package org.noisemark.datasets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * The official training set cut in two: what is trained on, and a validation part with the same
 * noisy labels, on which epochs and hyper-parameters are chosen. The arrays are not copied.
 *
 * @param train row numbers, ascending
 * @param validation row numbers, ascending; disjoint from {@code train}
 */
public record Split(int[] train, int[] validation) {

  /**
   * Draws a split stratified by clean label: round(share · n) rows for validation, of which each
   * class gives its share rounded by the largest remainder, drawn uniformly inside the class.
   *
   * @param cleanLabels class ids, 0 to {@code classes} − 1
   * @param validationShare at least 0, below 1
   * @param seed any; the stream "split" is derived from it here
   * @throws IllegalArgumentException if the share or a label is out of range
   */
  public static Split stratified(
      int[] cleanLabels, int classes, double validationShare, long seed) {
    if (!(validationShare >= 0 && validationShare < 1)) {
      throw new IllegalArgumentException(
          "validation share must be at least 0 and below 1, got " + validationShare);
    }
    int[][] rowsPerClass = ClassRows.of(cleanLabels, classes);
    var generator = Seeds.generator(seed, "split");
    double[] quotas =
        Arrays.stream(rowsPerClass).mapToDouble(rows -> rows.length * validationShare).toArray();
    int[] counts =
        Apportionment.largestRemainder(quotas, Apportionment.roundedSum(quotas), generator);
    var forValidation = new boolean[cleanLabels.length];
    for (int label = 0; label < classes; label++) {
      int[] rows = ArraySampler.shuffle(generator, rowsPerClass[label]);
      for (int i = 0; i < counts[label]; i++) {
        forValidation[rows[i]] = true;
      }
    }
    return new Split(
        IntStream.range(0, cleanLabels.length).filter(row -> !forValidation[row]).toArray(),
        IntStream.range(0, cleanLabels.length).filter(row -> forValidation[row]).toArray());
  }

  /**
   * Returns the split that trains on some of its training rows alone, drawn uniformly: the fewer
   * are among the more.
   *
   * @param examples how many, at least 1
   * @param seed any; the stream "examples" is derived from it here
   * @throws IllegalArgumentException if the training part has fewer
   */
  public Split onlyTraining(int examples, long seed) {
    if (examples < 1 || examples > train.length) {
      throw new IllegalArgumentException(
          "examples must be from 1 to the "
              + train.length
              + " of the training part, got "
              + examples);
    }
    int[] rows = ArraySampler.shuffle(Seeds.generator(seed, "examples"), train.clone());
    return new Split(Arrays.stream(rows).limit(examples).sorted().toArray(), validation);
  }
}
