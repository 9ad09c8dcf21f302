package org.noisemark.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.TrainingState;

/** What every engine must do. An engine's own test extends it and names the engine. */
public abstract class EngineContract extends VectorContract {
  private static final long SEED = 20260314;

  private static final Function<Network, Model> REFERENCE =
      network -> new ReferenceEngine().build(network, Device.CPU);

  static Stream<Network> networks() {
    return Samples.networks().stream();
  }

  @Test
  void isFoundByItsName() {
    assertEquals(engine().getClass(), Engines.named(engine().name()).getClass());
  }

  @Test
  void namesEnginesWhenAskedForAnUnknownOne() {
    var error = assertThrows(IllegalArgumentException.class, () -> Engines.named("no-such"));
    assertTrue(error.getMessage().contains("'no-such'"), error.getMessage());
    assertTrue(error.getMessage().contains(engine().name()), error.getMessage());
  }

  @Test
  void hasNoObstacleOnItsDevice() {
    assertEquals(Optional.empty(), engine().obstacle(device()));
    for (var precision : engine().precisions(device())) {
      assertEquals(Optional.empty(), engine().obstacle(device(), precision));
    }
  }

  @Test
  void refusesAPrecisionThatItLacks() {
    var expected =
        String.format(
            Locale.ROOT,
            "engine %s has no precision 'float17' on %s, expected one of %s",
            engine().name(),
            device().label(),
            engine().precisions(device()));
    assertEquals(Optional.of(expected), engine().obstacle(device(), "float17"));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> engine().build(Samples.dense(6), device(), "float17"));
    assertEquals(expected, error.getMessage());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void layoutIsTheNetworks(Network network) {
    try (Model model = build(network)) {
      assertEquals(network.layout(), model.layout());
      assertEquals(network.layout().length(), model.parameters().length());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lossAndGradientAgreeWithTheReference(Network network) {
    for (int size : new int[] {8, 3}) {
      assertAgrees(network, Samples.batch(network, size, SEED), size);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void mixedImagesAndSmoothedLabelsAgreeWithTheReference(Network network) {
    assertAgrees(network, Samples.mixed(network, 6, SEED), 6);
  }

  @Test
  void smoothedLabelsAloneAgreeWithTheReference() {
    Network network = Samples.dense(6);
    Batch plain = Samples.batch(network, 5, SEED);
    Batch smoothed =
        new Batch(
            plain.rows(),
            plain.labels(),
            plain.transforms(),
            plain.seeds(),
            Optional.empty(),
            0.25);
    assertAgrees(network, smoothed, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "cnn"})
  void realNetworksAgreeWithTheReference(String name) {
    Network network = Networks.named(name, new Shape(1, 28, 28), 10);
    assertAgrees(network, Samples.batch(network, 3, SEED), 3);
  }

  private void assertAgrees(Network network, Batch batch, int images) {
    double[] parameters = Samples.parameters(network.layout(), SEED);
    double[] expected = lossAndGradient(REFERENCE, network, batch, parameters);
    double[] actual = lossAndGradient(this::build, network, batch, parameters);
    double bound = bound(network, batch, parameters);
    double distance = Bound.distance(expected, actual);
    assertTrue(
        distance <= bound,
        () -> network.name() + ", " + images + " images: off by " + distance + ", bound " + bound);
  }

  private double bound(Network network, Batch batch, double[] parameters) {
    return Bound.of(
        parameters, gamma(network, batch), p -> lossAndGradient(REFERENCE, network, batch, p));
  }

  /** The gradient, and the loss behind it, of a fresh model. */
  private static double[] lossAndGradient(
      Function<Network, Model> engine, Network network, Batch batch, double[] parameters) {
    try (Model model = engine.apply(network)) {
      model.parameters().write(parameters);
      Examples examples = load(model, network);
      Vector gradient = model.newVector();
      double loss = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
      double[] result = Arrays.copyOf(gradient.read(), gradient.length() + 1);
      result[gradient.length()] = loss;
      return result;
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientIsTheMeanOverTheBatch(Network network) {
    Batch once = Samples.batch(network, 5, SEED);
    Batch twice = once.and(once);
    double[] parameters = Samples.parameters(network.layout(), SEED);
    double[] a = lossAndGradient(this::build, network, once, parameters);
    double[] b = lossAndGradient(this::build, network, twice, parameters);
    assertTrue(Bound.distance(a, b) <= 2 * bound(network, twice, parameters));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void perturbedPassHasTheSameGradientAndLeavesNoTrace(Network network) {
    try (Model model = build(network)) {
      model.parameters().write(Samples.parameters(network.layout(), SEED));
      Examples examples = load(model, network);
      Batch batch = Samples.batch(network, 6, SEED);
      Vector clean = model.newVector();
      Vector perturbed = model.newVector();
      float[] before = model.logits(examples, batch.rows());
      model.lossAndGradient(examples, batch, perturbed, Pass.PERTURBED);
      assertArrayEquals(before, model.logits(examples, batch.rows()), "statistics have moved");
      model.lossAndGradient(examples, batch, clean, Pass.CLEAN);
      assertArrayEquals(clean.read(), perturbed.read());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void evaluationAgreesWithTheReferenceAfterSomeCleanPasses(Network network) {
    double[] parameters = Samples.parameters(network.layout(), SEED);
    double[] actual = logitsAfterPasses(this::build, network, parameters);
    double[] expected = logitsAfterPasses(REFERENCE, network, parameters);
    Batch batch = Samples.batch(network, 6, SEED);
    double bound =
        Bound.of(parameters, gamma(network, batch), p -> logitsAfterPasses(REFERENCE, network, p));
    // Logits come back as float32, whatever the engine computes in.
    double rounding = Bound.FLOAT32 * Bound.distance(expected, new double[expected.length]);
    double distance = Bound.distance(expected, actual);
    assertTrue(
        distance <= bound + 2 * rounding,
        () -> network.name() + ": off by " + distance + ", bound " + bound);
  }

  /** Logits, each row with its mean taken off, after three clean passes and a perturbed one. */
  private static double[] logitsAfterPasses(
      Function<Network, Model> engine, Network network, double[] parameters) {
    try (Model model = engine.apply(network)) {
      model.parameters().write(parameters);
      Examples examples = load(model, network);
      Vector gradient = model.newVector();
      for (int pass = 0; pass < 3; pass++) {
        Batch batch = Samples.batch(network, 6 - pass, SEED);
        model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
      }
      model.lossAndGradient(examples, Samples.batch(network, 2, SEED), gradient, Pass.PERTURBED);
      return centred(model.logits(examples, new int[] {7, 0, 3}), network.classes());
    }
  }

  private static double[] centred(float[] logits, int classes) {
    var centred = new double[logits.length];
    for (int row = 0; row < logits.length; row += classes) {
      double mean = 0;
      for (int c = 0; c < classes; c++) {
        mean += logits[row + c] / (double) classes;
      }
      for (int c = 0; c < classes; c++) {
        centred[row + c] = logits[row + c] - mean;
      }
    }
    return centred;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anotherModelGoesOnWithTheSameStatistics(Network network) {
    double[] parameters = Samples.parameters(network.layout(), SEED);
    int[] rows = {7, 0, 3};
    try (Model first = build(network);
        Model second = build(network)) {
      first.parameters().write(parameters);
      second.parameters().write(parameters);
      Examples examples = load(first, network);
      Vector gradient = first.newVector();
      for (int pass = 0; pass < 3; pass++) {
        first.lossAndGradient(
            examples, Samples.batch(network, 6 - pass, SEED), gradient, Pass.CLEAN);
      }
      double[] statistics = first.readStatistics();
      second.writeStatistics(statistics);
      assertArrayEquals(statistics, second.readStatistics());
      assertArrayEquals(first.logits(examples, rows), second.logits(load(second, network), rows));
      assertThrows(
          IllegalArgumentException.class,
          () -> second.writeStatistics(new double[statistics.length + 1]));
    }
  }

  @Test
  void statisticsStartAtZeroAndOne() {
    Network network =
        Samples.networks().stream()
            .filter(each -> each.name().equals("batch-normalization"))
            .findFirst()
            .orElseThrow();
    try (Model model = build(network)) {
      assertArrayEquals(new double[] {0, 0, 0, 1, 1, 1}, model.readStatistics());
    }
  }

  @Test
  void hugeLogitsGiveAFiniteLoss() {
    Network network = Samples.dense(6);
    try (Model model = build(network)) {
      var parameters = Samples.parameters(network.layout(), SEED);
      model.parameters().write(Arrays.stream(parameters).map(p -> p * 1000).toArray());
      Vector gradient = model.newVector();
      double loss =
          model
              .lossAndGradient(
                  load(model, network), Samples.batch(network, 8, SEED), gradient, Pass.CLEAN)
              .value();
      assertTrue(Double.isFinite(loss) && loss > 10, "loss " + loss);
      assertFalse(Arrays.stream(gradient.read()).anyMatch(g -> !Double.isFinite(g)));
    }
  }

  @Test
  void brokenParametersGiveALossThatShowsIt() {
    Network network = Samples.dense(6);
    try (Model model = build(network)) {
      var parameters = new double[network.layout().length()];
      Arrays.fill(parameters, Double.NaN);
      model.parameters().write(parameters);
      double loss =
          model
              .lossAndGradient(
                  load(model, network),
                  Samples.batch(network, 8, SEED),
                  model.newVector(),
                  Pass.CLEAN)
              .value();
      assertFalse(Double.isFinite(loss), "loss " + loss);
    }
  }

  @Test
  void lossesCanBeReadAllAtOnceLater() {
    Network network = Samples.dense(6);
    try (Model model = build(network)) {
      Examples examples = load(model, network);
      Vector gradient = model.newVector();
      var atOnce = new double[3 * Loss.KEPT];
      var later = new double[3 * Loss.KEPT];
      for (int round = 0; round < 3; round++) {
        var losses = new ArrayList<Loss>();
        for (int i = 0; i < Loss.KEPT; i++) {
          int step = round * Loss.KEPT + i;
          Batch batch = Samples.batch(network, 1 + step % 8, SEED + step);
          model.parameters().write(Samples.parameters(network.layout(), step));
          losses.add(model.lossAndGradient(examples, batch, gradient, Pass.CLEAN));
        }
        for (int i = 0; i < Loss.KEPT; i++) {
          later[round * Loss.KEPT + i] = losses.get(i).value();
        }
      }
      for (int step = 0; step < atOnce.length; step++) {
        Batch batch = Samples.batch(network, 1 + step % 8, SEED + step);
        model.parameters().write(Samples.parameters(network.layout(), step));
        atOnce[step] = model.lossAndGradient(examples, batch, gradient, Pass.PERTURBED).value();
      }
      assertArrayEquals(atOnce, later);
      assertTrue(Arrays.stream(atOnce).distinct().count() > Loss.KEPT, "losses differ");
    }
  }

  @Test
  void refusesImagesOfAnotherShape() {
    try (Model model = build(Samples.dense(6))) {
      Images images = new Images(1, 5, 5, new byte[25]);
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> model.load(images, Samples.normalization(Samples.dense(6))));
      assertTrue(error.getMessage().contains("1x5x5"), error.getMessage());
      assertTrue(error.getMessage().contains("1x1x6"), error.getMessage());
    }
  }

  @Test
  void refusesANormalizationOfOtherChannels() {
    Network network = Samples.dense(6);
    try (Model model = build(network)) {
      var two = new Normalization(new double[2], new double[] {1, 1});
      assertRefused(
          "got a normalization of 2 channels, expected 1",
          () -> model.load(Samples.images(network, 1, SEED), two));
    }
  }

  /** A refused pass that had moved the running statistics would change the training after it. */
  @Test
  void refusesWhatIsNoLabelNoRowOrNoGradientAndChangesNothing() {
    Network network = normalized();
    try (Model model = build(network);
        Model other = build(Samples.dense(6))) {
      model.parameters().write(Samples.parameters(network.layout(), SEED));
      Examples examples = load(model, network);
      Vector gradient = model.newVector();
      float[] before = model.logits(examples, new int[] {0, 1});
      assertRefused(
          "label 4 is not one of the 4 classes", () -> pass(model, examples, 0, 4, gradient));
      assertRefused(
          "label -1 is not one of the 4 classes", () -> pass(model, examples, 0, -1, gradient));
      assertRefused(
          "row 8 is not one of the 8 examples", () -> pass(model, examples, 8, 0, gradient));
      assertRefused(
          "row -1 is not one of the 8 examples", () -> pass(model, examples, -1, 0, gradient));
      assertRefused(
          "row 8 is not one of the 8 examples", () -> model.logits(examples, new int[] {0, 8}));
      Vector foreign = other.newVector();
      assertRefused(
          String.format(
              Locale.ROOT,
              "got a vector of length %d, expected %d",
              foreign.length(),
              gradient.length()),
          () -> pass(model, examples, 0, 0, foreign));
      assertArrayEquals(before, model.logits(examples, new int[] {0, 1}), "something has changed");
      assertArrayEquals(new double[gradient.length()], gradient.read());
    }
  }

  private static Loss pass(Model model, Examples examples, int row, int label, Vector gradient) {
    Batch batch = new Batch(new int[] {0, row}, new int[] {0, label});
    return model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
  }

  private static Network normalized() {
    return Samples.networks().stream()
        .filter(network -> network.name().equals("batch-normalization"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void noRowsHaveNoLogits() {
    Network network = Samples.dense(6);
    try (Model model = build(network)) {
      assertEquals(0, model.logits(load(model, network), new int[0]).length);
    }
  }

  /** What native memory held is gone by then: a use of it would end the process. */
  @Test
  void refusesUseAfterClose() {
    Network network = Samples.dense(6);
    Model model = build(network);
    Examples examples = load(model, network);
    Vector vector = model.newVector();
    Vector other = model.newVector();
    model.close();
    model.close();
    for (Executable call :
        List.<Executable>of(
            model::newVector,
            () -> load(model, network),
            () -> pass(model, examples, 0, 0, vector),
            () -> model.logits(examples, new int[] {0}),
            () -> model.logits(examples, new int[0]),
            vector::read,
            () -> vector.write(new double[vector.length()]),
            () -> vector.copyFrom(other),
            () -> vector.axpby(1, other, 1),
            () -> vector.sum(other, 1, other),
            () -> vector.product(other, other),
            () -> vector.scaleAndShift(other, other),
            () -> vector.absolute(other),
            () -> vector.axpyNormalized(1, other, other, 1),
            () -> vector.descend(other, other, 0.1, 0, 0, false))) {
      assertThrows(IllegalStateException.class, call);
    }
  }

  @Test
  void theSameTrainingTwiceGivesTheSameBits() {
    for (Network network : realAndResidual()) {
      double[] first = train(this::build, network, "fsam", Map.of(), initial(network), 5);
      double[] second = train(this::build, network, "fsam", Map.of(), initial(network), 5);
      assertArrayEquals(first, second, network.name());
    }
  }

  @Test
  void modelsInTwoThreadsDoNotDisturbEachOther() {
    for (Network network : realAndResidual()) {
      double[] alone = train(this::build, network, "sam", Map.of(), initial(network), 5);
      List<CompletableFuture<double[]>> together =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> train(this::build, network, "sam", Map.of(), initial(network), 5)))
              .limit(2)
              .toList();
      together.forEach(each -> assertArrayEquals(alone, each.join(), network.name()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sam", "asam", "psam", "fsam"})
  void rhoZeroEqualsSgdBitForBit(String optimizer) {
    for (Network network : realAndResidual()) {
      Map<String, ?> rho = optimizer.equals("sgd") ? Map.of() : Map.of("rho", 0);
      double[] sgd = train(this::build, network, "sgd", Map.of(), initial(network), 5);
      double[] zero = train(this::build, network, optimizer, rho, initial(network), 5);
      assertArrayEquals(sgd, zero, network.name());
      Map<String, ?> large = optimizer.equals("sgd") ? Map.of() : Map.of("rho", 0.5);
      double[] moved = train(this::build, network, optimizer, large, initial(network), 5);
      if (!optimizer.equals("sgd")) {
        assertNotEquals(Arrays.hashCode(sgd), Arrays.hashCode(moved), "rho had no effect");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sam", "asam", "psam", "fsam"})
  void tenStepsOfEachOptimizerAgreeWithTheReference(String optimizer) {
    for (Network network : realAndResidual()) {
      double[] start = initial(network);
      double[] expected = train(REFERENCE, network, optimizer, Map.of(), start, 10);
      double[] actual = train(this::build, network, optimizer, Map.of(), start, 10);
      Batch batch = Samples.batch(network, 8, SEED);
      double bound =
          Bound.of(
              start,
              gamma(network, batch),
              p -> train(REFERENCE, network, optimizer, Map.of(), p, 10));
      double distance = Bound.distance(expected, actual);
      assertTrue(
          distance <= bound, () -> network.name() + ": off by " + distance + ", bound " + bound);
    }
  }

  private static List<Network> realAndResidual() {
    var byName = new LinkedHashMap<String, Network>();
    Samples.networks().forEach(network -> byName.put(network.name(), network));
    return List.of(
        byName.get("tanh"), byName.get("convolution-pooling"), byName.get("projected-residual"));
  }

  private static double[] initial(Network network) {
    return Samples.parameters(network.layout(), SEED);
  }

  /** Parameters after some steps, the last batch of each three a short one. */
  private static double[] train(
      Function<Network, Model> engine,
      Network network,
      String optimizer,
      Map<String, ?> hyperparameters,
      double[] start,
      int steps) {
    try (Model model = engine.apply(network)) {
      model.parameters().write(start);
      Examples examples = load(model, network);
      var method =
          Optimizers.named(optimizer, hyperparameters)
              .start(
                  new TrainingState(
                      model, new Momentum(0.9, 5e-4, false), new Schedule.Cosine(0.05), steps, 1));
      for (int step = 0; step < steps; step++) {
        Batch batch = Samples.batch(network, step % 3 == 2 ? 5 : 8, SEED + step);
        method.take(Objectives.always(new BatchObjective(model, examples, batch)));
      }
      return model.parameters().read();
    }
  }

  private static Examples load(Model model, Network network) {
    return model.load(Samples.images(network, 8, SEED), Samples.normalization(network));
  }

  /**
   * Returns by how much, relatively, parameters may be off for the exact result to be that of a
   * pass: one rounding for each term of the longest sum.
   */
  protected double gamma(Network network, Batch batch) {
    return longestSum(network, batch) * roundoff();
  }

  /** Length of the longest sum of products in a pass: a fan-in, or a sum over batch and plane. */
  private static double longestSum(Network network, Batch batch) {
    int fanIn = network.layout().segments().stream().mapToInt(s -> s.fanIn()).max().orElse(1);
    return Math.max(fanIn, batch.size() * network.input().height() * network.input().width());
  }
}
