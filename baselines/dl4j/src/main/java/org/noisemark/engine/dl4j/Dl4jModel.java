package org.noisemark.engine.dl4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Checks;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.NativeCalls;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.Network;
import org.noisemark.nn.ParameterLayout;

/** A network on ND4J: its parameters, and a plan for each batch size used so far. */
@SuppressWarnings("try") // a call works by being open
final class Dl4jModel implements Model {
  private static final int EVALUATION_ROWS = 128;

  private final Network network;
  private final DataType type;
  private final ParameterLayout layout;
  private final Arena arena;
  private final Parameters parameters;
  private final Dl4jVector parameterVector;
  private final Map<Integer, Plan> plans = new HashMap<>();
  private Memory memory;
  private float[] pixels = {};

  Dl4jModel(Network network, DataType type) {
    this.network = network;
    this.type = type;
    this.layout = network.layout();
    this.arena = new Arena(type);
    this.parameters = new Parameters(layout, arena);
    this.parameterVector = new Dl4jVector(arena, parameters.values());
    this.memory = new Memory(type, 0);
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public Vector parameters() {
    return parameterVector;
  }

  @Override
  public Vector newVector() {
    return new Dl4jVector(arena, arena.zeros(layout.length()));
  }

  @Override
  public Examples load(Images images, Normalization normalization) {
    arena.requireOpen();
    Checks.images(network, images, normalization);
    return new LoadedImages(images, normalization);
  }

  @Override
  public Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass) {
    var g = parameterVector.same(gradient);
    Checks.batch(network, examples, batch);
    var plan = plan(batch.size());
    ((LoadedImages) examples).gather(batch, pixels);
    try (var call = NativeCalls.begin()) {
      double[] logits = plan.forward(pixels, batch.seeds(), pass);
      double loss = CrossEntropy.differentiate(logits, batch);
      plan.backward(logits);
      Arithmetic.axpby(1, parameters.gradients(), 0, g);
      return () -> loss;
    }
  }

  @Override
  public float[] logits(Examples examples, int[] rows) {
    arena.requireOpen();
    Checks.rows(examples, rows);
    int classes = network.classes();
    var result = new float[rows.length * classes];
    int chunk = Math.max(EVALUATION_ROWS, memory.capacity());
    for (int from = 0; from < rows.length; from += chunk) {
      int count = Math.min(chunk, rows.length - from);
      var plan = plan(count);
      ((LoadedImages) examples).gather(rows, from, count, pixels);
      try (var call = NativeCalls.begin()) {
        double[] logits = plan.evaluate(pixels);
        for (int i = 0; i < logits.length; i++) {
          result[from * classes + i] = (float) logits[i];
        }
      }
    }
    return result;
  }

  @Override
  public double[] readStatistics() {
    return statistics().stream().map(Host::read).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public void writeStatistics(double[] all) {
    var statistics = statistics();
    Checks.statistics(all, statistics.stream().mapToInt(each -> (int) each.length()).sum());
    int at = 0;
    for (var each : statistics) {
      int length = (int) each.length();
      Host.write(Arrays.copyOfRange(all, at, at + length), each);
      at += length;
    }
  }

  /** Those of a network that is bound for some number of rows at least. */
  private List<INDArray> statistics() {
    plan(1);
    return parameters.statistics();
  }

  private Plan plan(int rows) {
    arena.requireOpen();
    if (rows > memory.capacity()) {
      plans.clear();
      memory.close();
      memory = new Memory(type, rows);
      pixels = new float[rows * network.input().size()];
    }
    return plans.computeIfAbsent(rows, n -> new Plan(network, parameters, memory, n));
  }

  @Override
  public void synchronize() {
    Nd4j.getExecutioner().commit();
  }

  @Override
  public void close() {
    plans.clear();
    memory.close();
    arena.close();
  }
}
