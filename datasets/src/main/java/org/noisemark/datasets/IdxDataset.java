package org.noisemark.datasets;

import java.io.ByteArrayInputStream;
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

  /** Returns the layout of the original: 60,000 training and 10,000 test images of 28 × 28. */
  static IdxDataset likeMnist(List<String> classNames, Normalization normalization) {
    return new IdxDataset(classNames, normalization, 60_000, 10_000, 28, 28);
  }

  @Override
  public Dataset read(String name, Map<String, Payload> payloads) throws IOException {
    int classes = classNames.size();
    return new Dataset(
        name,
        classNames,
        normalization,
        Idx.images(unpacked(payloads, TRAIN_IMAGES), trainCount, height, width),
        Idx.labels(unpacked(payloads, TRAIN_LABELS), trainCount, classes),
        Idx.images(unpacked(payloads, TEST_IMAGES), testCount, height, width),
        Idx.labels(unpacked(payloads, TEST_LABELS), testCount, classes));
  }

  /** The bytes of a file, which may be known packed or unpacked; at most those of all images. */
  private Payload unpacked(Map<String, Payload> payloads, String name) throws IOException {
    var payload = payloads.get(name);
    if (payload != null) {
      return payload;
    }
    var packed = payloads.get(name + ".gz");
    var largest = new DataFile(name, 16 + trainCount * height * width, "");
    return Payload.read(packed.where(), () -> new ByteArrayInputStream(packed.bytes()), largest);
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
