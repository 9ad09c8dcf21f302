package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.engine.Samples;
import org.noisemark.nn.Shape;

class HostMaxPoolingGradientTest {
  @ParameterizedTest
  @CsvSource({"1, 2, 2", "3, 4, 6", "16, 7, 5", "5, 9, 2"})
  void theFirstOfEqualMaximaTakesTheGradient(int channels, int height, int width) {
    int rows = 3;
    var in = new Shape(channels, height, width);
    var out = new Shape(channels, height / 2, width / 2);
    var random = Samples.random(1);
    // Three values only, so that most windows hold equal maxima.
    float[] x = floats(rows * in.size(), () -> random.nextInt(3) - 1);
    float[] dy = floats(rows * out.size(), () -> random.nextInt(100));

    var dx = Nd4j.zeros(DataType.FLOAT, rows, height, width, channels);
    var inputs = Nd4j.createFromArray(x).reshape(rows, height, width, channels);
    var gradients = Nd4j.createFromArray(dy).reshape(rows, height / 2, width / 2, channels);
    new HostMaxPoolingGradient(in, out).run(inputs, gradients, dx);
    assertArrayEquals(expected(x, dy, rows, in, out), dx.data().asFloat());
  }

  private static float[] expected(float[] x, float[] dy, int rows, Shape in, Shape out) {
    var dx = new float[x.length];
    for (int i = 0; i < dy.length; i++) {
      int channel = i % out.channels();
      int column = i / out.channels() % out.width();
      int row = i / out.channels() / out.width() % out.height();
      int image = i / out.size();
      int winner = -1;
      for (int k = 0; k < 4; k++) {
        int at = (image * in.height() + 2 * row + k / 2) * in.width() + 2 * column + k % 2;
        int index = at * in.channels() + channel;
        winner = winner < 0 || x[index] > x[winner] ? index : winner;
      }
      dx[winner] = dy[i];
    }
    return dx;
  }

  private static float[] floats(int n, java.util.function.IntSupplier source) {
    var values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = source.getAsInt();
    }
    return values;
  }
}
