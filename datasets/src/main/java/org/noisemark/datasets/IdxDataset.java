package org.noisemark.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The layout of MNIST and of its successors: four IDX files of grey images and their labels.
 *
 * @param trainCount number of training images; likewise for the test
 * @param height of an image in pixels, likewise its width
 */
record IdxDataset(
    List<String> classNames,
    Normalization normalization,
    int trainCount,
    int testCount,
    int height,
    int width)
    implements DatasetReader {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @Override
  public Dataset read(String name, Map<String, Payload> payloads) throws IOException {
    int classes = classNames.size();
    return new Dataset(
        name,
        classNames,
        normalization,
        Idx.images(payloads.get(TRAIN_IMAGES), trainCount, height, width),
        Idx.labels(payloads.get(TRAIN_LABELS), trainCount, classes),
        Idx.images(payloads.get(TEST_IMAGES), testCount, height, width),
        Idx.labels(payloads.get(TEST_LABELS), testCount, classes));
  }

  /** Returns the four files, given the SHA-256 of each payload. */
  List<DataFile> files(
      String trainImages, String trainLabels, String testImages, String testLabels) {
    return List.of(
        new DataFile(TRAIN_IMAGES, 16 + trainCount * height * width, trainImages),
        new DataFile(TRAIN_LABELS, 8 + trainCount, trainLabels),
        new DataFile(TEST_IMAGES, 16 + testCount * height * width, testImages),
        new DataFile(TEST_LABELS, 8 + testCount, testLabels));
  }
}
