package org.noisemark.datasets;

import java.util.List;

/**
 * A loaded data set: the official training and test parts with clean labels. Immutable, and shared
 * by all the workers of a process.
 */
public final class Dataset {
  private final String name;
  private final List<String> classNames;
  private final Normalization normalization;
  private final Images trainImages;
  private final int[] trainLabels;
  private final Images testImages;
  private final int[] testLabels;

  /**
   * @param classNames one a class, in the order of the class ids
   * @param trainLabels one an image, 0 to classes − 1; copied, likewise the test labels
   * @throws IllegalArgumentException if images and labels are not as many, a label is out of range,
   *     or the two parts differ in shape
   */
  public Dataset(
      String name,
      List<String> classNames,
      Normalization normalization,
      Images trainImages,
      int[] trainLabels,
      Images testImages,
      int[] testLabels) {
    checkLabels(name + " train", trainImages, trainLabels, classNames.size());
    checkLabels(name + " test", testImages, testLabels, classNames.size());
    if (!shape(trainImages).equals(shape(testImages))) {
      throw new IllegalArgumentException(
          name + ": train images are " + shape(trainImages) + ", test " + shape(testImages));
    }
    if (normalization.channels() != trainImages.channels()) {
      throw new IllegalArgumentException(
          name
              + ": normalization of "
              + normalization.channels()
              + " channels for images of "
              + trainImages.channels());
    }
    this.name = name;
    this.classNames = List.copyOf(classNames);
    this.normalization = normalization;
    this.trainImages = trainImages;
    this.trainLabels = trainLabels.clone();
    this.testImages = testImages;
    this.testLabels = testLabels.clone();
  }

  private static void checkLabels(String part, Images images, int[] labels, int classes) {
    if (images.count() != labels.length) {
      throw new IllegalArgumentException(
          part + ": " + images.count() + " images but " + labels.length + " labels");
    }
    ClassRows.of(labels, classes);
  }

  private static String shape(Images images) {
    return images.channels()
        + "x"
        + images.height()
        + "x"
        + images.width()
        + (images.areFeatures() ? " features" : "");
  }

  public String name() {
    return name;
  }

  public List<String> classNames() {
    return classNames;
  }

  public int classes() {
    return classNames.size();
  }

  public Normalization normalization() {
    return normalization;
  }

  public Images trainImages() {
    return trainImages;
  }

  /** Returns a copy of the clean training labels. */
  public int[] trainLabels() {
    return trainLabels.clone();
  }

  public Images testImages() {
    return testImages;
  }

  /** Returns a copy of the test labels. */
  public int[] testLabels() {
    return testLabels.clone();
  }
}
