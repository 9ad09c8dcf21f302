package org.noisemark.engine.dl4j;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/**
 * The gradient of 2x2 max pooling with stride 2, in Java, image by image, in float32: the native
 * one repeats the forward pass, and takes three times as long. The first of equal maxima takes the
 * gradient.
 *
 * <p>Which of two values is larger is as good as random, so that a branch would be mispredicted
 * half of the time; the sign bit of their difference serves as a mask instead.
 */
final class HostMaxPoolingGradient {
  private final int channels;
  private final int row;
  private final int outHeight;
  private final int outWidth;
  private final float[] x;
  private final float[] dx;
  private final float[] dy;

  HostMaxPoolingGradient(Shape in, Shape out) {
    channels = in.channels();
    row = in.width() * in.channels();
    outHeight = out.height();
    outWidth = out.width();
    x = new float[in.size()];
    dx = new float[in.size()]; // what fills no window stays 0
    dy = new float[out.size()];
  }

  static boolean handles(Layer.MaxPooling layer, INDArray array) {
    return layer.kernel() == 2 && layer.stride() == 2 && Host.isAddressable(array);
  }

  /**
   * inputGradients ← the gradient with respect to the inputs, given that of the outputs; all [row,
   * height, width, channel].
   */
  void run(INDArray inputs, INDArray outputGradients, INDArray inputGradients) {
    var from = new FloatPointer(inputs.data().addressPointer());
    var upstream = new FloatPointer(outputGradients.data().addressPointer());
    var to = new FloatPointer(inputGradients.data().addressPointer());
    for (long image = 0; image < inputs.size(0); image++) {
      from.position(image * x.length).get(x);
      upstream.position(image * dy.length).get(dy);
      for (int i = 0; i < outHeight; i++) {
        for (int j = 0; j < outWidth; j++) {
          int first = 2 * i * row + 2 * j * channels;
          window(x, dy, dx, first, (i * outWidth + j) * channels, row, channels);
        }
      }
      to.position(image * dx.length).put(dx);
    }
  }

  private static void window(
      float[] x, float[] dy, float[] dx, int first, int out, int row, int channels) {
    for (int c = 0; c < channels; c++) {
      int topLeft = first + c;
      int topRight = topLeft + channels;
      int bottomLeft = topLeft + row;
      int bottomRight = bottomLeft + channels;
      int right = isSmaller(x[topLeft], x[topRight]);
      float top = select(x[topLeft], x[topRight], right);
      int lowerRight = isSmaller(x[bottomLeft], x[bottomRight]);
      float bottom = select(x[bottomLeft], x[bottomRight], lowerRight);
      int gradient = floatToRawIntBits(dy[out + c]);
      int lower = isSmaller(top, bottom);
      int upperGradient = gradient & ~lower;
      int lowerGradient = gradient & lower;
      dx[topLeft] = intBitsToFloat(upperGradient & ~right);
      dx[topRight] = intBitsToFloat(upperGradient & right);
      dx[bottomLeft] = intBitsToFloat(lowerGradient & ~lowerRight);
      dx[bottomRight] = intBitsToFloat(lowerGradient & lowerRight);
    }
  }

  /** Returns all ones if a is smaller than b, else all zeros. */
  private static int isSmaller(float a, float b) {
    return floatToRawIntBits(a - b) >> 31;
  }

  private static float select(float a, float b, int takeB) {
    int bits = floatToRawIntBits(a);
    return intBitsToFloat(bits ^ ((bits ^ floatToRawIntBits(b)) & takeB));
  }
}
