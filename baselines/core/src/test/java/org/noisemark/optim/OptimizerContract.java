package org.noisemark.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;
import org.noisemark.plugin.Values;

/**
 * What every optimizer must do. Whoever writes one extends this class, and says in {@link
 * #definitions} which are theirs. It runs in float64 on examples whose losses are quadratic.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OptimizerContract {
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new Segment("0.weight", Kind.WEIGHT, 0, List.of(2, 2)),
              new Segment("0.bias", Kind.BIAS, 4, List.of(1)),
              new Segment("1.scale", Kind.NORMALIZATION_SCALE, 5, List.of(1)),
              new Segment("1.shift", Kind.NORMALIZATION_SHIFT, 6, List.of(1))));
  private static final double[] START = {0.1, -0.7, 1e-17, 3, -0.2, 1, 0};
  private static final int STEPS = 60;
  private static final int EXAMPLES = 5 * Bowls.BATCH;

  /** Returns the optimizers that are tested, each with its default hyper-parameters. */
  protected abstract Stream<OptimizerDefinition> definitions();

  /**
   * Returns hyper-parameters with which the optimizer is its descent alone: by default all whose
   * names begin with "rho" are 0.
   */
  protected Map<String, Object> withoutPerturbation(OptimizerDefinition definition) {
    var values = new TreeMap<>(Values.of(definition, Map.of()).byName());
    values.replaceAll((name, value) -> name.startsWith("rho") ? (Object) 0.0 : value);
    return values;
  }

  /** One training on a set of examples. */
  private record Run(Bowls bowls, double[] reached) {}

  private static Run run(Optimizer optimizer, double learningRate, int steps, boolean flat) {
    var w = ReferenceVector.of(START);
    var bowls = flat ? Bowls.flat(w, EXAMPLES) : new Bowls(w, EXAMPLES, 3);
    var descent = new Momentum(0.9, flat ? 0 : 5e-4, false);
    var step = optimizer.start(state(w, descent, learningRate, steps));
    for (int i = 0; i < steps; i++) {
      step.take(bowls.at(i)).value();
    }
    return new Run(bowls, w.read());
  }

  private static TrainingState state(
      ReferenceVector w, Descent descent, double learningRate, int steps) {
    return new TrainingState(
        w,
        LAYOUT,
        () -> ReferenceVector.zeros(START.length),
        descent,
        new Schedule.Cosine(learningRate),
        steps,
        11);
  }

  private static Optimizer withDefaults(OptimizerDefinition definition) {
    return definition.create(Values.of(definition, Map.of()));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void parametersComeBackBitForBit(OptimizerDefinition definition) {
    // At learning rate 0 nothing but a perturbation can move them.
    assertArrayEquals(START, run(withDefaults(definition), 0, STEPS, false).reached());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void withoutPerturbationItIsSgd(OptimizerDefinition definition) {
    var values = Values.of(definition, withoutPerturbation(definition));
    assertArrayEquals(
        run(new Sgd(), 0.05, STEPS, false).reached(),
        run(definition.create(values), 0.05, STEPS, false).reached(),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void aZeroGradientGivesNoNaN(OptimizerDefinition definition) {
    assertArrayEquals(START, run(withDefaults(definition), 0.05, STEPS, true).reached(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void theAnnouncedCostIsTheRealOne(OptimizerDefinition definition) {
    var optimizer = withDefaults(definition);
    var announced = Cost.exactly(0);
    for (int step = 0; step < STEPS; step++) {
      announced = announced.plus(optimizer.cost(step, STEPS));
    }
    double real = run(optimizer, 0.05, STEPS, false).bowls().cost();
    assertTrue(
        real >= announced.least() - 1e-9 && real <= announced.most() + 1e-9,
        "took " + real + ", announced " + announced);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void oneSeedGivesOneResult(OptimizerDefinition definition) {
    double[] first = run(withDefaults(definition), 0.05, STEPS, false).reached();
    assertArrayEquals(first, run(withDefaults(definition), 0.05, STEPS, false).reached());
    assertTrue(Arrays.stream(first).allMatch(Double::isFinite));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void runningStatisticsAreUpdatedOnceAStep(OptimizerDefinition definition) {
    assertEquals(STEPS, run(withDefaults(definition), 0.05, STEPS, false).bowls().cleanPasses());
  }

  /** All that a step takes from the one before it is in the snapshot. */
  @ParameterizedTest
  @MethodSource("definitions")
  protected void resumesBitForBit(OptimizerDefinition definition) {
    var optimizer = withDefaults(definition);
    for (var descent : List.of(new Momentum(0.9, 5e-4, false), new AdamW(0.9, 0.99, 1e-8, 0.1))) {
      var w = ReferenceVector.of(START);
      var bowls = new Bowls(w, EXAMPLES, 3);
      var training = state(w, descent, 0.05, STEPS);
      var step = optimizer.start(training);
      for (int i = 0; i < STEPS; i++) {
        if (i % 7 == 3) {
          var snapshot = training.snapshot();
          w = ReferenceVector.of(new double[START.length]);
          bowls = new Bowls(w, EXAMPLES, 3);
          training = state(w, descent, 0.05, STEPS);
          step = optimizer.start(training);
          training.restore(snapshot);
        }
        step.take(bowls.at(i)).value();
      }
      assertArrayEquals(undisturbed(optimizer, descent), w.read());
    }
  }

  private static double[] undisturbed(Optimizer optimizer, Descent descent) {
    var w = ReferenceVector.of(START);
    var bowls = new Bowls(w, EXAMPLES, 3);
    var step = optimizer.start(state(w, descent, 0.05, STEPS));
    for (int i = 0; i < STEPS; i++) {
      step.take(bowls.at(i)).value();
    }
    return w.read();
  }
}
