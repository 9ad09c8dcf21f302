package org.noisemark.datasets;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * The cropped digits of SVHN: two MATLAB files, each with the pixels {@code X}, [row, column,
 * channel, image], and the labels {@code y}, 1 to K, of which K stands for class 0.
 *
 * @param trainFile its name, likewise of the test
 * @param trainCount its images, likewise of the test
 */
record MatlabImages(
    List<String> classNames,
    Normalization normalization,
    String trainFile,
    int trainCount,
    String testFile,
    int testCount)
    implements DatasetReader {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;

  private record Part(Images images, int[] labels) {}

  @Override
  public Dataset read(String name, Map<String, Payload> payloads) throws IOException {
    var train = part(payloads.get(trainFile), trainCount);
    var test = part(payloads.get(testFile), testCount);
    return new Dataset(
        name,
        classNames,
        normalization,
        train.images(),
        train.labels(),
        test.images(),
        test.labels());
  }

  private Part part(Payload payload, int count) throws IOException {
    Matrix pixels;
    Matrix labels;
    try (var source = Sources.wrap(payload.bytes())) {
      var file = Mat5.newReader(source).readMat();
      pixels = file.getMatrix("X");
      labels = file.getMatrix("y");
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          payload.where() + ": found a damaged file, expected a MATLAB file with X and y", e);
    }
    int[] shape = {SIDE, SIDE, CHANNELS, count};
    if (!Arrays.equals(pixels.getDimensions(), shape) || labels.getNumElements() != count) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: expected X of 32x32x3x%d and %d labels y, found X of %s and %d labels",
              payload.where(),
              count,
              count,
              Arrays.toString(pixels.getDimensions()),
              labels.getNumElements()));
    }
    return new Part(images(pixels, count), labels(payload, labels, count));
  }

  /** MATLAB counts the first index fastest, we the last. */
  private static Images images(Matrix pixels, int count) {
    var bytes = new byte[Math.multiplyExact(count, CHANNELS * PLANE)];
    for (int plane = 0; plane < count * CHANNELS; plane++) {
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          bytes[plane * PLANE + row * SIDE + column] =
              pixels.getByte(plane * PLANE + column * SIDE + row);
        }
      }
    }
    return new Images(CHANNELS, SIDE, SIDE, bytes);
  }

  private int[] labels(Payload payload, Matrix labels, int count) throws IOException {
    int classes = classNames.size();
    var ids = new int[count];
    for (int i = 0; i < count; i++) {
      int label = labels.getInt(i);
      if (label < 1 || label > classes) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: found label %d in row %d, expected 1 to %d",
                payload.where(),
                label,
                i,
                classes));
      }
      ids[i] = label % classes;
    }
    return ids;
  }
}
