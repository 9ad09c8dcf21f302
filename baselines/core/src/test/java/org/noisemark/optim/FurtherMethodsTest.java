package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;

/** Steps of the further methods beside the same steps in plain arrays. */
class FurtherMethodsTest {
  private static final double[] H = {1, 2, 5};
  private static final double[] START = {3, -1, 0.5};
  private static final double RATE = 0.1;
  private static final double RHO = 0.3;

  private static final AnalyticFunction BOWL =
      (w, gradient) -> {
        double value = 0;
        for (int i = 0; i < w.length; i++) {
          value += 0.5 * H[i] * w[i] * w[i];
          gradient[i] = H[i] * w[i];
        }
        return value;
      };

  private static TrainingState state(ReferenceVector w, Descent descent, Schedule schedule) {
    var layout =
        new ParameterLayout(List.of(new Segment("0.weight", Kind.WEIGHT, 0, List.of(3, 1))));
    return new TrainingState(w, layout, () -> ReferenceVector.zeros(3), descent, schedule, 10, 1);
  }

  private static double[] after(int steps, Optimizer optimizer, Schedule schedule) {
    var w = ReferenceVector.of(START);
    var step = optimizer.start(state(w, new Momentum(0, 0, false), schedule));
    for (int i = 0; i < steps; i++) {
      step.take(BOWL.at(w));
    }
    return w.read();
  }

  private static double[] after(int steps, Optimizer optimizer) {
    return after(steps, optimizer, new Schedule.Constant(RATE));
  }

  private static double[] gradient(double[] w) {
    var g = new double[3];
    Arrays.setAll(g, i -> H[i] * w[i]);
    return g;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** x + a y. */
  private static double[] plus(double[] x, double a, double[] y) {
    var sum = new double[3];
    Arrays.setAll(sum, i -> x[i] + a * y[i]);
    return sum;
  }

  private static double[] samGradient(double[] w, double rho) {
    double[] g = gradient(w);
    return gradient(plus(w, rho / Math.sqrt(dot(g, g)), g));
  }

  @Test
  void lookSamReusesTheOrthogonalPart() {
    double[] g = gradient(START);
    double[] gs = samGradient(START, RHO);
    double[] gv = plus(gs, -dot(gs, g) / dot(g, g), g);
    double[] w = plus(START, -RATE, gs);
    double[] next = gradient(w);
    double[] reused = plus(next, 0.7 * Math.sqrt(dot(next, next)) / Math.sqrt(dot(gv, gv)), gv);
    assertArrayEquals(plus(w, -RATE, reused), after(2, new LookSam(RHO, 0.7, 2)), 1e-9);
    assertEquals(0, dot(gv, g), 1e-9);
  }

  @Test
  void gsamClimbsAlongThePartThatIsOrthogonalToTheDescent() {
    double[] g = gradient(START);
    double[] gp = samGradient(START, RHO);
    double[] orthogonal = plus(g, -dot(g, gp) / dot(gp, gp), gp);
    assertArrayEquals(
        plus(START, -RATE, plus(gp, -0.4, orthogonal)), after(1, new Gsam(RHO, RHO, 0.4)), 1e-9);
  }

  @Test
  void gsamsRadiusFollowsTheLearningRate() {
    // In the middle of a cosine the rate is half, and so is the way from rho_min to rho.
    var w = ReferenceVector.of(START);
    var training = state(w, new Momentum(0, 0, false), new Schedule.Cosine(2 * RATE));
    var step = new Gsam(0.5, 0.1, 0).start(training);
    for (int i = 0; i < 5; i++) {
      training.descend(ReferenceVector.zeros(3));
    }
    step.take(BOWL.at(w));
    assertArrayEquals(plus(START, -RATE, samGradient(START, 0.3)), w.read(), 1e-9);
  }

  @Test
  void momentumSamPerturbsUphillAlongTheVelocity() {
    var w = ReferenceVector.of(START);
    var step =
        new MomentumSam(RHO)
            .start(state(w, new Momentum(0.9, 0, false), new Schedule.Constant(RATE)));
    step.take(BOWL.at(w));
    double[] v = gradient(START); // no velocity yet, no perturbation
    double[] x = plus(START, -RATE, v);
    assertArrayEquals(x, w.read(), 1e-12);
    step.take(BOWL.at(w));
    double[] g = gradient(plus(x, RHO / Math.sqrt(dot(v, v)), v));
    assertArrayEquals(plus(x, -RATE, plus(g, 0.9, v)), w.read(), 1e-9);
  }

  @Test
  void aeSamPerturbsWhereTheGradientIsLargeBesideItsAverage() {
    // Squared norms 1, 1, 100, 1: at c = 0 a step perturbs where one exceeds its average.
    double[] sizes = {1, 1, 10, 1};
    var w = ReferenceVector.zeros(3);
    var passes = new ArrayList<Pass>();
    var step =
        new AeSam(RHO, 0.9, 0, 0)
            .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(0)));
    for (double size : sizes) {
      step.take(Objectives.always(new Slope(size, passes)));
    }
    // averages after each: 0.1, 0.19, 10.171, 9.2539
    assertEquals(
        List.of(
            Pass.CLEAN,
            Pass.PERTURBED, // 1 ≥ 0.1
            Pass.CLEAN,
            Pass.PERTURBED, // 1 ≥ 0.19
            Pass.CLEAN,
            Pass.PERTURBED, // 100 ≥ 10.171
            Pass.CLEAN), // 1 < 9.2539
        passes);
  }

  /** A gradient of one size in the first element. */
  private record Slope(double slope, List<Pass> passes) implements Objective {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      passes.add(pass);
      gradient.write(new double[] {slope, 0, 0});
      return () -> 0;
    }

    @Override
    public double[] losses() {
      return new double[1];
    }

    @Override
    public Objective only(int... examples) {
      return this;
    }
  }

  @Test
  void randomSamTossesItsCoinAsOftenAsItSays() {
    var w = ReferenceVector.zeros(3);
    var passes = new ArrayList<Pass>();
    var step =
        new RandomSam(RHO, 0.3)
            .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(0)));
    for (int i = 0; i < 10_000; i++) {
      step.take(Objectives.always(new Slope(1, passes)));
    }
    long perturbed = passes.stream().filter(pass -> pass == Pass.PERTURBED).count();
    assertEquals(3000, perturbed, 6 * Math.sqrt(10_000 * 0.3 * 0.7));
  }

  @Test
  void secondBatchSamPerturbsAlongTheOtherBatch() {
    var w = ReferenceVector.of(START);
    var bowls = new Bowls(w, 4 * Bowls.BATCH, 5);
    Vector g = ReferenceVector.zeros(3);
    bowls.at(1).batch().lossAndGradient(g, Pass.CLEAN);
    var perturbed = ReferenceVector.of(START);
    perturbed.axpyNormalized(RHO, g, g, 0);
    Vector there = ReferenceVector.zeros(3);
    new Bowls(perturbed, 4 * Bowls.BATCH, 5).at(0).batch().lossAndGradient(there, Pass.CLEAN);
    new SecondBatchSam(RHO)
        .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(RATE)))
        .take(bowls.at(0));
    assertArrayEquals(plus(START, -RATE, there.read()), w.read(), 1e-9);
  }

  @Test
  void componentSamSplitsTheGradientIntoTwoOrthogonalParts() {
    var w = ReferenceVector.of(START);
    Vector batch = ReferenceVector.zeros(3);
    Vector set = ReferenceVector.zeros(3);
    var bowls = new Bowls(w, 4 * Bowls.BATCH, 5).at(0);
    bowls.batch().lossAndGradient(batch, Pass.CLEAN);
    bowls.trainingSet().lossAndGradient(set, Pass.CLEAN);
    double[] g = batch.read();
    double[] full =
        plus(new double[3], dot(g, set.read()) / dot(set.read(), set.read()), set.read());
    double[] noise = plus(g, -1, full);
    assertEquals(0, dot(full, noise), 1e-12);
    for (var component : ComponentSam.Component.values()) {
      double[] d = component == ComponentSam.Component.FULL_GRADIENT ? full : noise;
      assertArrayEquals(
          plus(START, -RATE, gradientAt(plus(START, RHO / Math.sqrt(dot(d, d)), d))),
          afterOneStep(new ComponentSam(RHO, 1, component)),
          1e-9);
    }
  }

  @Test
  void componentSamKeepsTheFullGradientForAsManyStepsAsItSays() {
    var w = ReferenceVector.of(START);
    var bowls = new Bowls(w, 4 * Bowls.BATCH, 5);
    var step =
        new ComponentSam(RHO, 3, ComponentSam.Component.GRADIENT_NOISE)
            .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(RATE)));
    for (int i = 0; i < 7; i++) {
      step.take(bowls.at(i));
    }
    assertEquals(2 * 7 + 4 * 3, bowls.cost(), 1e-9); // the set is four mini-batches
  }

  @Test
  void largerBatchSamPerturbsAlongTheLargerBatch() {
    var w = ReferenceVector.of(START);
    Vector larger = ReferenceVector.zeros(3);
    new Bowls(w, 4 * Bowls.BATCH, 5).at(0).largerBatch(3).lossAndGradient(larger, Pass.CLEAN);
    double[] d = larger.read();
    assertArrayEquals(
        plus(START, -RATE, gradientAt(plus(START, RHO / Math.sqrt(dot(d, d)), d))),
        afterOneStep(new LargerBatchSam(RHO, 3)),
        1e-9);
  }

  @Test
  void subBatchSamOfTheWholeBatchIsSamAndOfOneExampleTakesEachBySelf() {
    assertArrayEquals(
        afterOneStep(new Sam(RHO)), afterOneStep(new SubBatchSam(RHO, Bowls.BATCH)), 1e-12);

    var w = ReferenceVector.of(START);
    Objective batch = new Bowls(w, 4 * Bowls.BATCH, 5).at(0).batch();
    var mean = new double[START.length];
    for (int i = 0; i < batch.size(); i++) {
      double[] d = gradientOf(i, START);
      double[] there = plus(START, RHO / Math.sqrt(dot(d, d)), d);
      mean = plus(mean, 1.0 / batch.size(), gradientOf(i, there));
    }
    assertArrayEquals(plus(START, -RATE, mean), afterOneStep(new SubBatchSam(RHO, 1)), 1e-12);
  }

  /** The gradient of one example of the first mini-batch of the bowls there. */
  private static double[] gradientOf(int example, double[] there) {
    Vector gradient = ReferenceVector.zeros(3);
    new Bowls(ReferenceVector.of(there), 4 * Bowls.BATCH, 5)
        .at(0)
        .batch()
        .only(example)
        .lossAndGradient(gradient, Pass.CLEAN);
    return gradient.read();
  }

  /** The gradient of the first mini-batch of the bowls there. */
  private static double[] gradientAt(double[] there) {
    Vector gradient = ReferenceVector.zeros(3);
    new Bowls(ReferenceVector.of(there), 4 * Bowls.BATCH, 5)
        .at(0)
        .batch()
        .lossAndGradient(gradient, Pass.CLEAN);
    return gradient.read();
  }

  /** Where a step over the bowls ends. */
  private static double[] afterOneStep(Optimizer optimizer) {
    var w = ReferenceVector.of(START);
    optimizer
        .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(RATE)))
        .take(new Bowls(w, 4 * Bowls.BATCH, 5).at(0));
    return w.read();
  }

  @Test
  void sanerShrinksWhatSamHasShrunk() {
    // A saddle: along the second element SAM's step makes the gradient smaller.
    double[] h = {1, -2, 5};
    AnalyticFunction saddle =
        (w, gradient) -> {
          for (int i = 0; i < 3; i++) {
            gradient[i] = h[i] * w[i];
          }
          return 0;
        };
    var w = ReferenceVector.of(START);
    var g = new double[3];
    Arrays.setAll(g, i -> h[i] * START[i]);
    double norm = Math.sqrt(dot(g, g));
    var expected = new double[3];
    int shrunk = 0;
    for (int i = 0; i < 3; i++) {
      double gs = h[i] * (START[i] + RHO * g[i] / norm);
      boolean smaller = gs / g[i] > 0 && gs / g[i] < 1;
      shrunk += smaller ? 1 : 0;
      expected[i] = START[i] - RATE * (smaller ? 0.25 * gs : gs);
    }
    new Saner(RHO, 0.25)
        .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(RATE)))
        .take(saddle.at(w));
    assertEquals(1, shrunk);
    assertArrayEquals(expected, w.read(), 1e-9);
  }

  @Test
  void esamDescendsTheExamplesThatThePerturbationHurtsMost() {
    var w = ReferenceVector.of(START);
    var bowls = new Bowls(w, Bowls.BATCH, 5);
    Vector g = ReferenceVector.zeros(3);
    bowls.at(0).batch().lossAndGradient(g, Pass.CLEAN);
    double[] before = bowls.at(0).batch().losses();
    var moved = ReferenceVector.of(START);
    moved.axpyNormalized(RHO, g, g, 0);
    var there = new Bowls(moved, Bowls.BATCH, 5).at(0).batch();
    double[] after = there.losses();
    Integer[] order = {0, 1, 2, 3, 4, 5, 6, 7};
    Arrays.sort(order, (i, j) -> Double.compare(after[j] - before[j], after[i] - before[i]));
    int[] half = Arrays.stream(order).limit(4).mapToInt(i -> i).toArray();
    Vector expected = ReferenceVector.zeros(3);
    there.only(half).lossAndGradient(expected, Pass.CLEAN);
    new Esam(RHO, 1, 0.5)
        .start(state(w, new Momentum(0, 0, false), new Schedule.Constant(RATE)))
        .take(bowls.at(0));
    assertArrayEquals(plus(START, -RATE, expected.read()), w.read(), 1e-9);
  }

  @Test
  void esamPerturbsWholeTensorsWithTheProbabilityAndScaleThatItSays() {
    var layout =
        new ParameterLayout(
            List.of(
                new Segment("0.weight", Kind.WEIGHT, 0, List.of(2, 1)),
                new Segment("0.bias", Kind.BIAS, 2, List.of(1))));
    var w = ReferenceVector.of(START);
    var seen = new ArrayList<double[]>();
    var step =
        new Esam(RHO, 0.5, 1)
            .start(
                new TrainingState(
                    w,
                    layout,
                    () -> ReferenceVector.zeros(3),
                    new Momentum(0, 0, false),
                    new Schedule.Constant(0),
                    1000,
                    1));
    AnalyticFunction watched =
        (at, gradient) -> {
          seen.add(at.clone());
          return BOWL.valueAndGradient(at, gradient);
        };
    int weights = 0;
    for (int i = 0; i < 1000; i++) {
      step.take(watched.at(w));
      double[] moved = plus(seen.get(2 * i + 1), -1, START);
      boolean weight = moved[0] != 0;
      boolean bias = moved[2] != 0;
      weights += weight ? 1 : 0;
      assertEquals(weight, moved[1] != 0, "a tensor moves as one");
      assertEquals(weight || bias ? RHO / 0.5 : 0, Math.sqrt(dot(moved, moved)), 1e-9);
    }
    assertEquals(500, weights, 6 * Math.sqrt(250));
  }

  @Test
  void adamWFollowsItsRecurrence() {
    var w = ReferenceVector.of(START);
    var step =
        new Sgd().start(state(w, new AdamW(0.9, 0.99, 1e-8, 0.1), new Schedule.Constant(RATE)));
    var x = START.clone();
    var m = new double[3];
    var v = new double[3];
    for (int t = 1; t <= 8; t++) {
      step.take(BOWL.at(w));
      double[] g = gradient(x);
      for (int i = 0; i < 3; i++) {
        x[i] -= RATE * 0.1 * x[i];
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
        double corrected = m[i] / (1 - Math.pow(0.9, t));
        x[i] -= RATE * corrected / (Math.sqrt(v[i] / (1 - Math.pow(0.99, t))) + 1e-8);
      }
      assertArrayEquals(x, w.read(), 1e-9, "step " + t);
    }
    assertTrue(Math.abs(x[0]) < Math.abs(START[0]));
  }
}
