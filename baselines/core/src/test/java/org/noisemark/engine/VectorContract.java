package org.noisemark.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine's vectors must do; the first part of {@link EngineContract}. */
abstract class VectorContract {
  protected abstract Engine engine();

  protected Device device() {
    return Device.CPU;
  }

  /** Unit roundoff of the engine's arithmetic. */
  protected double roundoff() {
    return Bound.FLOAT32;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 13, 64, 207, 4098})
  void vectorsComputeAsDefined(int inputs) {
    try (Model model = engine().build(Samples.dense(inputs), device())) {
      int n = model.layout().length();
      double[] a = randomFloats(n, 1);
      double[] b = randomFloats(n, 2);
      Vector x = model.newVector();
      Vector y = model.newVector();
      assertArrayEquals(new double[n], x.read(), "new vectors are zero");
      x.write(a);
      y.write(b);
      assertArrayEquals(a, x.read(), "what is written is read, in order");

      y.axpby(0.5, x, -2);
      assertClose(a, b, (p, q) -> 0.5 * p - 2 * q, y);
      y.write(b);
      y.axpy(-3, x);
      assertClose(a, b, (p, q) -> q - 3 * p, y);
      y.write(b);
      y.multiply(x);
      assertClose(a, b, (p, q) -> p * q, y);
      y.write(b);
      y.absolute();
      assertArrayEquals(Arrays.stream(b).map(Math::abs).toArray(), y.read());
      y.copyFrom(x);
      assertArrayEquals(a, y.read());
      assertArrayEquals(a, x.read(), "arguments are left alone");

      y.write(b);
      double dot = 0;
      double magnitude = 0;
      for (int i = 0; i < n; i++) {
        dot += a[i] * b[i];
        magnitude += Math.abs(a[i] * b[i]);
      }
      assertEquals(dot, x.dot(y), n * roundoff() * magnitude + Double.MIN_NORMAL);
      double norm = Math.sqrt(Arrays.stream(a).map(v -> v * v).sum());
      assertEquals(norm, x.norm(), n * roundoff() * norm);
    }
  }

  @Test
  void vectorsMayBeTheirOwnArgument() {
    try (Model model = engine().build(Samples.dense(5), device())) {
      double[] a = randomFloats(model.layout().length(), 3);
      Vector x = model.newVector();
      x.write(a);
      x.axpby(2, x, 1);
      assertArrayEquals(Arrays.stream(a).map(v -> (float) (3 * v)).toArray(), x.read(), 1e-6);
    }
  }

  @Test
  void weightZeroDiscardsEvenNaN() {
    try (Model model = engine().build(Samples.dense(3), device())) {
      int n = model.layout().length();
      Vector x = model.newVector();
      Vector y = model.newVector();
      var broken = new double[n];
      Arrays.fill(broken, Double.NaN);
      y.write(broken);
      y.axpby(1, x, 0);
      assertArrayEquals(new double[n], y.read());
    }
  }

  @Test
  void refusesAVectorOfTheWrongLength() {
    try (Model model = engine().build(Samples.dense(3), device())) {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> model.newVector().write(new double[2]));
      assertTrue(error.getMessage().contains("2"), error.getMessage());
      assertTrue(error.getMessage().contains("" + model.layout().length()), error.getMessage());
    }
  }

  private interface Pointwise {
    double apply(double x, double y);
  }

  private void assertClose(double[] a, double[] b, Pointwise expected, Vector actual) {
    double[] values = actual.read();
    for (int i = 0; i < values.length; i++) {
      double tolerance = 8 * roundoff() * (Math.abs(a[i]) + Math.abs(b[i]));
      assertEquals(expected.apply(a[i], b[i]), values[i], tolerance, "element " + i);
    }
  }

  private static double[] randomFloats(int n, long seed) {
    var random = Samples.random(seed);
    return random.doubles(n, -1, 1).map(v -> (float) v).toArray();
  }
}
