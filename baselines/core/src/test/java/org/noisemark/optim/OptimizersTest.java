package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.engine.Pass;
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
              new Segment("0.weight", Kind.WEIGHT, 0, 2, 1),
              new Segment("0.bias", Kind.BIAS, 2, 1, 0)));

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

  private static Trainer trainer(Optimizer optimizer, ReferenceVector w, Momentum momentum) {
    return new Trainer(
        optimizer,
        momentum,
        new Schedule.Constant(0.1),
        w,
        WEIGHT_AND_BIAS,
        () -> ReferenceVector.zeros(w.length()),
        1000);
  }

  private static double[] afterOneStep(Optimizer optimizer, double[] h, double... w) {
    var vector = ReferenceVector.of(w);
    trainer(optimizer, vector, PLAIN).step(bowl(h).at(vector));
    return vector.read();
  }

  private static Stream<String> names() {
    return Optimizers.summaries().keySet().stream();
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

  private static double[] lastPerturbation(FSam optimizer, int steps) {
    var w = ReferenceVector.zeros(3);
    Perturbation perturbation =
        optimizer.start(WEIGHT_AND_BIAS, () -> ReferenceVector.zeros(3), steps);
    var a = ReferenceVector.of(1, 2, 3);
    for (int step = 1; step < steps; step++) {
      perturbation.apply(w, a);
    }
    w.write(new double[3]);
    perturbation.apply(w, ReferenceVector.of(3, 1, 3));
    return w.read();
  }

  @Test
  void friendlySamLeavesNothingOfAGradientThatNeverChanges() {
    var w = ReferenceVector.zeros(3);
    var perturbation =
        new FSam(0.5, 0.9, 1, FSam.Order.AUTHORS)
            .start(WEIGHT_AND_BIAS, () -> ReferenceVector.zeros(3), 10);
    var g = ReferenceVector.of(1, 2, 2);
    perturbation.apply(w, g);
    assertEquals(0.5, norm(w), 1e-9, "the first step is SAM's");
    w.write(new double[3]);
    perturbation.apply(w, g);
    assertEquals(0, norm(w), 1e-9, "no noise, no perturbation");
  }

  private static double norm(ReferenceVector w) {
    return Math.sqrt(Arrays.stream(w.read()).map(value -> value * value).sum());
  }

  @ParameterizedTest
  @MethodSource("names")
  void parametersComeBackBitForBit(String name) {
    var w = ReferenceVector.of(0.1, -1e-17, 3e9);
    var momentum = new Momentum(0.9, 5e-4, true);
    var trainer =
        new Trainer(
            Optimizers.named(name, Map.of()),
            momentum,
            new Schedule.Constant(0), // nothing but the perturbation may move w
            w,
            WEIGHT_AND_BIAS,
            () -> ReferenceVector.zeros(3),
            7);
    for (int step = 0; step < 7; step++) {
      trainer.step(bowl(1, 2, 3).at(w));
      assertArrayEquals(new double[] {0.1, -1e-17, 3e9}, w.read());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void zeroGradientGivesNoNaN(String name) {
    assertArrayEquals(
        new double[] {1, 2, 3},
        afterOneStep(Optimizers.named(name, Map.of()), new double[3], 1, 2, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "sgd, 1000",
    "sam, 2000",
    "asam, 2000",
    "asam-elementwise, 2000",
    "psam, 1300",
    "fsam, 2000",
    "fsam-paper, 2000"
  })
  void costsAsManyGradientsAsTheMethodSays(String name, long expected) {
    assertEquals(expected, passes(Optimizers.named(name, Map.of()), 1000).size());
  }

  @Test
  void parsimoniousSamCostsExactly65PercentOfSam() {
    for (int steps : new int[] {10, 100, 700, 4220}) {
      long psam = passes(Optimizers.named("psam", Map.of()), steps).size();
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

  @Test
  void everyStepHasOneCleanPassFirst() {
    for (String name : Optimizers.summaries().keySet()) {
      List<Pass> passes = passes(Optimizers.named(name, Map.of()), 4);
      assertEquals(4, passes.stream().filter(pass -> pass == Pass.CLEAN).count(), name);
      assertEquals(Pass.CLEAN, passes.get(0), name);
    }
  }

  private static List<Pass> passes(Optimizer optimizer, int steps) {
    var passes = new ArrayList<Pass>();
    var w = ReferenceVector.of(1, 2, 3);
    var trainer =
        new Trainer(
            optimizer,
            PLAIN,
            new Schedule.Constant(0.01),
            w,
            WEIGHT_AND_BIAS,
            () -> ReferenceVector.zeros(3),
            steps);
    for (int step = 0; step < steps; step++) {
      trainer.step(
          (gradient, pass) -> {
            passes.add(pass);
            return bowl(1, 2, 3).at(w).lossAndGradient(gradient, pass);
          });
    }
    return passes;
  }

  private static Set<Integer> perturbed(Optimizer optimizer, int steps) {
    var due = new java.util.TreeSet<Integer>();
    var perturbation = optimizer.start(WEIGHT_AND_BIAS, () -> ReferenceVector.zeros(3), steps);
    for (int step = 0; step < steps; step++) {
      if (perturbation.isDue(step)) {
        due.add(step);
      }
    }
    return due;
  }

  @Test
  void nesterovAndMomentumFollowTheRecurrence() {
    for (boolean nesterov : new boolean[] {false, true}) {
      var w = ReferenceVector.of(2, 0, 0);
      var trainer = trainer(new Sgd(), w, new Momentum(0.9, 0.1, nesterov));
      double x = 2;
      double v = 0;
      for (int step = 0; step < 5; step++) {
        trainer.step(bowl(1, 1, 1).at(w));
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
