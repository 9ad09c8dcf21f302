package org.noisemark.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Network;
import org.noisemark.nn.Shape;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.TrainingState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every step of trajectories made in float64 with the authors' own optimizers: davda54/sam,
 * SamsungLabs/ASAM, nblt/F-SAM and torch.optim.SGD, on a two-layer tanh network.
 */
class GoldenTrajectoriesTest {
  private static final double TOLERANCE = 1e-10;

  @TestFactory
  Stream<DynamicTest> reproducesEveryStepOfTheAuthorsCode() throws Exception {
    try (var json = getClass().getResourceAsStream("optimizer-trajectories.json")) {
      return JsonMapper.shared()
          .readTree(json)
          .get("cases")
          .valueStream()
          .map(golden -> DynamicTest.dynamicTest(name(golden), () -> assertReproduced(golden)));
    }
  }

  private static String name(JsonNode golden) {
    return golden.get("optimizer").asString() + " " + golden.get("hyperparameters");
  }

  private static void assertReproduced(JsonNode golden) {
    var model = new ReferenceModel(network(golden));
    model.parameters().write(initial(golden.get("initial")));
    var settings = golden.get("hyperparameters");
    var steps = golden.get("parameters_by_step");
    var method =
        Optimizers.named(golden.get("optimizer").asString(), ofOptimizer(settings))
            .start(
                new TrainingState(
                    model,
                    new Momentum(real(settings, "momentum"), real(settings, "weight_decay"), false),
                    new Schedule.Constant(real(settings, "lr")),
                    steps.size(),
                    1));
    for (int step = 0; step < steps.size(); step++) {
      double loss = method.take(batch(golden, step, model)).value();
      assertEquals(golden.get("first_pass_loss_by_step").get(step).asDouble(), loss, TOLERANCE);
      double[] expected = reals(steps.get(step));
      double[] actual = model.parameters().read();
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], TOLERANCE, "step " + step + ", parameter " + i);
      }
    }
  }

  private static Network network(JsonNode golden) {
    int inputs = golden.get("inputs").asInt();
    int hidden = golden.get("hidden").asInt();
    int classes = golden.get("classes").asInt();
    return new Network(
        "golden",
        new Shape(1, 1, inputs),
        classes,
        List.of(
            new Layer.Dense(inputs, hidden),
            Layer.Activation.TANH,
            new Layer.Dense(hidden, classes)));
  }

  private static double[] initial(JsonNode initial) {
    return Stream.of("0.weight", "0.bias", "2.weight", "2.bias")
        .map(initial::get)
        .flatMapToDouble(GoldenTrajectoriesTest::flatten)
        .toArray();
  }

  private static DoubleStream flatten(JsonNode node) {
    return node.isArray()
        ? node.valueStream().flatMapToDouble(GoldenTrajectoriesTest::flatten)
        : DoubleStream.of(node.asDouble());
  }

  private static HashMap<String, Double> ofOptimizer(JsonNode settings) {
    var given = new HashMap<String, Double>();
    for (String key : List.of("rho", "eta", "sigma", "lambda")) {
      if (settings.has(key)) {
        given.put(key, real(settings, key));
      }
    }
    return given;
  }

  /** Batches are taken from x in turn, over and over. */
  private static Objectives batch(JsonNode golden, int step, ReferenceModel model) {
    int[] sizes = golden.get("batch_sizes").valueStream().mapToInt(JsonNode::asInt).toArray();
    int turn = step % sizes.length;
    int from = IntStream.range(0, turn).map(i -> sizes[i]).sum();
    int to = from + sizes[turn];
    double[][] x =
        golden.get("x").valueStream().map(GoldenTrajectoriesTest::reals).toArray(double[][]::new);
    int[] y = golden.get("y").valueStream().mapToInt(JsonNode::asInt).toArray();
    return Objectives.always(
        new Inputs(model, Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to)));
  }

  /** The mean loss of inputs that are no images. */
  private record Inputs(ReferenceModel model, double[][] x, int[] y) implements Objective {
    @Override
    public int size() {
      return x.length;
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      return model.lossAndGradient(x, new Batch(new int[y.length], y), gradient, pass);
    }

    @Override
    public double[] losses() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Objective only(int... examples) {
      throw new UnsupportedOperationException();
    }
  }

  private static double real(JsonNode node, String name) {
    return node.get(name).asDouble();
  }

  private static double[] reals(JsonNode node) {
    return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }
}
