package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;

class OptimizersTest {
  private static final Momentum PLAIN = new Momentum(0, 0, false);
  private static final ParameterLayout WEIGHT_AND_BIAS =
      new ParameterLayout(
          List.of(
              new Segment("0.weight", Kind.WEIGHT, 0, List.of(2, 1)),
              new Segment("0.bias", Kind.BIAS, 2, List.of(1))));

  /** L(w) = ½ Σ h_i w_i². */
  private static AnalyticFunction bowl(double... h) {
    return (w, gradient) -> {
      double value = 0;
      for (int i = 0; i < w.length; i++) {
        value += 0.5 * h[i] * w[i] * w[i];
        gradient[i] = h[i] * w[i];
      }
      return value;
    };
  }

  private static TrainingState state(ReferenceVector w, Descent descent, double rate, long steps) {
    return new TrainingState(
        w,
        WEIGHT_AND_BIAS,
        () -> ReferenceVector.zeros(w.length()),
        descent,
        new Schedule.Constant(rate),
        steps,
        1);
  }

  private static double[] afterOneStep(Optimizer optimizer, double[] h, double... w) {
    var vector = ReferenceVector.of(w);
    optimizer.start(state(vector, PLAIN, 0.1, 1000)).take(bowl(h).at(vector));
    return vector.read();
  }

  @Test
  void samDescendsTheGradientAtThePerturbedPoint() {
    double[] h = {1, 2, 3};
    double[] w = {3, 0, 4};
    double[] g = {3, 0, 12};
    double norm = Math.sqrt(153);
    var expected = new double[3];
    for (int i = 0; i < 3; i++) {
      expected[i] = w[i] - 0.1 * h[i] * (w[i] + 0.5 * g[i] / norm);
    }
    assertArrayEquals(expected, afterOneStep(new Sam(0.5), h, w), 1e-12);
  }

  @Test
  void asamScalesWeightsButNotBiases() {
    double[] h = {1, 2, 3};
    double[] w = {3, -1, 4};
    double[] t = {3.01, 1.01, 1}; // |w| + eta on the two weights, 1 on the bias
    double norm = 0;
    for (int i = 0; i < 3; i++) {
      norm += Math.pow(t[i] * h[i] * w[i], 2);
    }
    var expected = new double[3];
    for (int i = 0; i < 3; i++) {
      double epsilon = 0.5 * t[i] * t[i] * h[i] * w[i] / Math.sqrt(norm);
      expected[i] = w[i] - 0.1 * h[i] * (w[i] + epsilon);
    }
    assertArrayEquals(expected, afterOneStep(Asam.ofAuthors(0.5, 0.01), h, w), 1e-12);
  }

  @Test
  void elementwiseAsamScalesEveryParameterByItsSizeAlone() {
    double[] h = {1, 2, 3};
    double[] w = {3, -1, 4};
    double norm = Math.sqrt(9 * 9 + 2 * 2 + 48 * 48); // ‖|w| g‖
    var expected = new double[3];
    for (int i = 0; i < 3; i++) {
      double epsilon = 2.0 * w[i] * w[i] * h[i] * w[i] / norm;
      expected[i] = w[i] - 0.1 * h[i] * (w[i] + epsilon);
    }
    assertArrayEquals(expected, afterOneStep(Asam.elementwise(2.0), h, w), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.95})
  void bothOrdersOfFriendlySamPointTheSameWayForSigmaOne(double lambda) {
    // After one repeated gradient a, authors: m = a. Paper: m = (1 − λ) a + λ (1 − λ) a …, which
    // tends to a. Long after the start a new gradient b gives both the direction b − a.
    var authors = new FSam(0.5, lambda, 1, FSam.Order.AUTHORS);
    var paper = new FSam(0.5, lambda, 1, FSam.Order.PAPER);
    assertArrayEquals(lastPerturbation(authors, 2000), lastPerturbation(paper, 2000), 1e-9);
  }

  /** ε of the last step, read off a step of rate 1 on a bowl of curvature 1: w ← −ε. */
  private static double[] lastPerturbation(FSam optimizer, int steps) {
    var w = ReferenceVector.zeros(3);
    var training = state(w, PLAIN, 1, steps);
    var perturbation = optimizer.perturbation(training);
    var a = ReferenceVector.of(1, 2, 3);
    for (int step = 1; step < steps; step++) {
      perturbation.apply(w, a);
      training.descend(ReferenceVector.zeros(3));
    }
    w.write(new double[3]);
    perturbation.apply(w, ReferenceVector.of(3, 1, 3));
    return w.read();
  }

  @Test
  void friendlySamLeavesNothingOfAGradientThatNeverChanges() {
    var w = ReferenceVector.zeros(3);
    var training = state(w, PLAIN, 1, 10);
    var perturbation = new FSam(0.5, 0.9, 1, FSam.Order.AUTHORS).perturbation(training);
    var g = ReferenceVector.of(1, 2, 2);
    perturbation.apply(w, g);
    assertEquals(0.5, norm(w), 1e-9, "the first step is SAM's");
    training.descend(ReferenceVector.zeros(3));
    w.write(new double[3]);
    perturbation.apply(w, g);
    assertEquals(0, norm(w), 1e-9, "no noise, no perturbation");
  }

  private static double norm(ReferenceVector w) {
    return Math.sqrt(Arrays.stream(w.read()).map(value -> value * value).sum());
  }

  @Test
  void parsimoniousSamCostsExactly65PercentOfSam() {
    for (int steps : new int[] {10, 100, 700, 4220}) {
      double psam = 0;
      for (int step = 0; step < steps; step++) {
        psam += Optimizers.named("psam", Map.of()).cost(step, steps).expected();
      }
      assertEquals(0.65, psam / (2.0 * steps), steps + " steps");
    }
  }

  @Test
  void parsimoniousSamPerturbsInItsWindowOnly() {
    assertEquals(Set.of(0, 3), perturbed(new Psam(0.1, 3, 0.5, Psam.Window.EARLY), 10));
    assertEquals(Set.of(5, 8), perturbed(new Psam(0.1, 3, 0.5, Psam.Window.LATE), 10));
    assertEquals(Set.of(0, 3, 6, 9), perturbed(new Psam(0.1, 3, 0.5, Psam.Window.FULL), 10));
    assertEquals(Set.of(), perturbed(new Psam(0.1, 1, 0, Psam.Window.EARLY), 10));
  }

  private static Set<Integer> perturbed(PerturbingOptimizer optimizer, int steps) {
    return IntStream.range(0, steps)
        .filter(step -> optimizer.isDue(step, steps))
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void nesterovAndMomentumFollowTheRecurrence() {
    for (boolean nesterov : new boolean[] {false, true}) {
      var w = ReferenceVector.of(2, 0, 0);
      var sgd = new Sgd().start(state(w, new Momentum(0.9, 0.1, nesterov), 0.1, 1000));
      double x = 2;
      double v = 0;
      for (int step = 0; step < 5; step++) {
        sgd.take(bowl(1, 1, 1).at(w));
        double g = x + 0.1 * x;
        v = 0.9 * v + g;
        x -= 0.1 * (nesterov ? g + 0.9 * v : v);
        assertEquals(x, w.read()[0], 1e-12);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "samm | rho  | 0.1   | unknown optimizer 'samm', expected one of [sgd, sam,",
        "sam  | roh  | 0.1   | unknown hyper-parameter 'roh' of sam, expected one of [rho]",
        "sam  | rho  | -1    | rho must be finite and at least 0, got -1.0",
        "sam  | rho  | NaN   | rho must be finite and at least 0, got NaN",
        "fsam | lambda | 1   | lambda must be in [0, 1), got 1.0",
        "psam | period | 0   | period must be at least 1, got 0",
        "psam | period | 1.5 | period must be a whole number, got '1.5'",
        "psam | window_share | 2 | window_share must be in [0, 1], got 2.0"
      })
  void refusesWhatMeansNothing(String name, String key, double value, String message) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Optimizers.named(name, Map.of(key, value)));
    assertTrue(error.getMessage().startsWith(message), error.getMessage());
  }

  @Test
  void refusesAWordForANumberAndAnUnknownWord() {
    var word =
        assertThrows(
            IllegalArgumentException.class, () -> Optimizers.named("sam", Map.of("rho", "much")));
    assertEquals("rho must be a number, got 'much'", word.getMessage());
    var window =
        assertThrows(
            IllegalArgumentException.class,
            () -> Optimizers.named("psam", Map.of("window", "never")));
    assertEquals("window must be one of [early, late, full], got 'never'", window.getMessage());
  }

  @Test
  void fillsInDefaults() {
    assertEquals(
        Map.of("rho", 0.2, "lambda", 0.9, "sigma", 1.0),
        Optimizers.hyperparameters("fsam", Map.of("rho", 0.2)));
  }
}
