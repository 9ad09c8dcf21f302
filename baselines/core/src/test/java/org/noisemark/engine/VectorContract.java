package org.noisemark.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.nn.Network;

/** What every engine's vectors must do; the first part of {@link EngineContract}. */
abstract class VectorContract {
  protected abstract Engine engine();

  protected Device device() {
    return Device.CPU;
  }

  /** The precision that is tested; the engine's default. */
  protected String precision() {
    return engine().precisions(device()).get(0);
  }

  /** Unit roundoff of the type of the parameters. */
  protected double roundoff() {
    return Bound.FLOAT32;
  }

  /** Builds a network on the engine, the device and in the precision that are tested. */
  protected final Model build(Network network) {
    return engine().build(network, device(), precision());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 13, 64, 207, 4098})
  void vectorsComputeAsDefined(int inputs) {
    try (Model model = build(Samples.dense(inputs))) {
      int n = model.layout().length();
      double[] a = randomFloats(n, 1);
      double[] b = randomFloats(n, 2);
      Vector x = model.newVector();
      Vector y = model.newVector();
      Vector z = model.newVector();
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
      z.sum(x, -0.7, y);
      assertClose(a, b, (p, q) -> p - 0.7 * q, z);
      z.product(x, y);
      assertClose(a, b, (p, q) -> p * q, z);
      z.write(b);
      z.scaleAndShift(x, y);
      assertClose(a, b, (p, q) -> q * p + q, z);
      z.absolute(y);
      assertArrayEquals(Arrays.stream(b).map(Math::abs).toArray(), z.read());
      z.copyFrom(x);
      assertArrayEquals(a, z.read());
      assertArrayEquals(a, x.read(), "arguments are left alone");
      assertArrayEquals(b, y.read(), "arguments are left alone");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 13, 64, 207, 4098})
  void movesByALengthInUnitsOfAnyNorm(int inputs) {
    try (Model model = build(Samples.dense(inputs))) {
      int n = model.layout().length();
      double[] a = randomFloats(n, 1);
      double[] b = randomFloats(n, 2);
      double[] c = randomFloats(n, 3);
      double norm = Math.sqrt(Arrays.stream(c).map(v -> v * v).sum());
      Vector x = model.newVector();
      Vector y = model.newVector();
      Vector z = model.newVector();
      x.write(a);
      y.write(b);
      z.write(c);
      y.axpyNormalized(-2.5, x, z, 0.25);
      double[] moved = y.read();
      for (int i = 0; i < n; i++) {
        double by = -2.5 * a[i] / (norm + 0.25);
        double tolerance = (n + 8) * roundoff() * Math.abs(by) + 2 * roundoff() * Math.abs(b[i]);
        assertEquals(b[i] + by, moved[i], tolerance, "element " + i);
      }
      x.write(new double[n]);
      z.copyFrom(x);
      y.axpyNormalized(0.5, x, z, 1e-12);
      assertArrayEquals(moved, y.read(), "zero has no direction");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 13, 64, 207, 4098})
  void comparesDividesAndMultipliesAsDefined(int inputs) {
    try (Model model = build(Samples.dense(inputs))) {
      int n = model.layout().length();
      double[] a = randomFloats(n, 1);
      double[] b = randomFloats(n, 2);
      b[0] = 0;
      double[] squares = Arrays.stream(b).map(v -> (float) (v * v)).toArray();
      Vector x = model.newVector();
      Vector y = model.newVector();
      x.write(a);
      y.write(b);
      double dot = 0;
      double size = 0;
      for (int i = 0; i < n; i++) {
        dot += a[i] * b[i];
        size += Math.abs(a[i] * b[i]);
      }
      assertEquals(dot, x.dot(y), (n + 8) * roundoff() * size);
      double norm = Math.sqrt(Arrays.stream(a).map(v -> v * v).sum());
      assertEquals(norm, x.norm(), (n + 8) * roundoff() * norm);
      Vector z = model.newVector();
      z.positive(y);
      assertArrayEquals(Arrays.stream(b).map(v -> v > 0 ? 1 : 0).toArray(), z.read());
      z.write(b);
      z.positive(z);
      assertArrayEquals(Arrays.stream(b).map(v -> v > 0 ? 1 : 0).toArray(), z.read());
      z.write(squares);
      Vector moved = model.newVector();
      moved.write(b);
      moved.axpyOverRoot(-0.5, x, z, 0.125);
      double[] reached = moved.read();
      for (int i = 0; i < n; i++) {
        double by = -0.5 * a[i] / (Math.sqrt(squares[i]) + 0.125);
        double tolerance = 8 * roundoff() * (Math.abs(by) + Math.abs(b[i]));
        assertEquals(b[i] + by, reached[i], tolerance, "element " + i);
      }
      assertArrayEquals(a, x.read(), "arguments are left alone");
      assertArrayEquals(squares, z.read(), "arguments are left alone");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, false", "0.9, 0, false", "0.9, 0.01, false", "0.9, 0.01, true"})
  void descendsAsDefined(double momentum, double weightDecay, boolean nesterov) {
    try (Model model = build(Samples.dense(13))) {
      int n = model.layout().length();
      double[] w = randomFloats(n, 1);
      double[] v = new double[n];
      Vector x = model.newVector();
      Vector g = model.newVector();
      Vector velocity = model.newVector();
      x.write(w);
      for (int step = 0; step < 5; step++) {
        double[] gradient = randomFloats(n, 2 + step);
        g.write(gradient);
        x.descend(g, velocity, 0.1, momentum, weightDecay, nesterov);
        for (int i = 0; i < n; i++) {
          double decayed = gradient[i] + weightDecay * w[i];
          v[i] = momentum * v[i] + decayed;
          w[i] -= 0.1 * (nesterov ? decayed + momentum * v[i] : v[i]);
        }
      }
      double[] reached = x.read();
      for (int i = 0; i < n; i++) {
        assertEquals(w[i], reached[i], 100 * roundoff(), "element " + i);
      }
    }
  }

  @Test
  void vectorsMayBeTheirOwnArgument() {
    try (Model model = build(Samples.dense(5))) {
      double[] a = randomFloats(model.layout().length(), 3);
      Vector x = model.newVector();
      x.write(a);
      x.axpby(2, x, 1);
      assertArrayEquals(Arrays.stream(a).map(v -> (float) (3 * v)).toArray(), x.read(), 1e-6);
      x.write(a);
      x.product(x, x);
      assertArrayEquals(Arrays.stream(a).map(v -> (float) (v * v)).toArray(), x.read(), 1e-6);
      x.write(a);
      x.absolute(x);
      assertArrayEquals(Arrays.stream(a).map(Math::abs).toArray(), x.read());
    }
  }

  @Test
  void movesAlongAVectorInUnitsOfItsOwnNorm() {
    try (Model model = build(Samples.dense(5))) {
      double[] a = randomFloats(model.layout().length(), 3);
      double norm = Math.sqrt(Arrays.stream(a).map(v -> v * v).sum());
      Vector x = model.newVector();
      Vector y = model.newVector();
      y.write(a);
      x.axpyNormalized(2, y, y, 0);
      double[] expected = Arrays.stream(a).map(v -> 2 * v / norm).toArray();
      assertArrayEquals(expected, x.read(), 100 * roundoff());
    }
  }

  @Test
  void weightZeroDiscardsEvenNaN() {
    try (Model model = build(Samples.dense(3))) {
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
  void refusesVectorsOfTheWrongLength() {
    try (Model model = build(Samples.dense(3));
        Model larger = build(Samples.dense(4))) {
      Vector x = model.newVector();
      Vector y = model.newVector();
      Vector wrong = larger.newVector();
      int got = wrong.length();
      var message = "got a vector of length " + got + ", expected " + x.length();
      for (Executable call :
          List.<Executable>of(
              () -> x.write(new double[got]),
              () -> x.copyFrom(wrong),
              () -> x.axpby(1, wrong, 1),
              () -> x.axpy(1, wrong),
              () -> x.sum(y, 1, wrong),
              () -> x.sum(wrong, 1, y),
              () -> x.product(y, wrong),
              () -> x.product(wrong, y),
              () -> x.scaleAndShift(y, wrong),
              () -> x.scaleAndShift(wrong, y),
              () -> x.absolute(wrong),
              () -> x.axpyNormalized(1, y, wrong, 1),
              () -> x.axpyNormalized(1, wrong, y, 1))) {
        assertEquals(
            message, assertThrows(IllegalArgumentException.class, call).getMessage(), "" + call);
      }
      for (double weightDecay : new double[] {0, 0.1}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> x.descend(wrong, y, 0.1, 0.9, weightDecay, false));
        assertThrows(
            IllegalArgumentException.class,
            () -> x.descend(y, wrong, 0.1, 0.9, weightDecay, false));
      }
    }
  }

  @Test
  void refusesAVectorOfAnotherEngine() {
    try (Model model = build(Samples.dense(3))) {
      Vector x = model.newVector();
      var foreign =
          (Vector)
              Proxy.newProxyInstance(
                  Vector.class.getClassLoader(),
                  new Class<?>[] {Vector.class},
                  (proxy, method, arguments) -> x.length());
      assertThrows(ClassCastException.class, () -> x.copyFrom(foreign));
      assertThrows(ClassCastException.class, () -> x.axpby(1, foreign, 1));
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
