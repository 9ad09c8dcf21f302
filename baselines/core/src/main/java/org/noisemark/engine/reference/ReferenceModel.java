package org.noisemark.engine.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Checks;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.Network;
import org.noisemark.nn.ParameterLayout;

/** A network of reference layers. Activations are [example][channel, row, column]. */
final class ReferenceModel implements Model {
  private record Loaded(Images images, Normalization normalization) implements Examples {
    @Override
    public int count() {
      return images.count();
    }
  }

  private static final ReferenceLayer.Pass EVALUATION =
      new ReferenceLayer.Pass(ReferenceLayer.Mode.EVALUATION, new long[0]);

  private final Network network;
  private final ParameterLayout layout;
  private final ReferenceVector parameters;
  private final List<ReferenceVector> vectors = new ArrayList<>();
  private final Chain chain;
  private final List<double[]> statistics;

  ReferenceModel(Network network) {
    this.network = network;
    this.layout = network.layout();
    this.parameters = ReferenceVector.zeros(layout.length());
    this.vectors.add(parameters);
    var builder = new ChainBuilder(new Parameters(parameters.values()));
    this.chain = builder.chain(network.layers(), network.input());
    this.statistics = builder.statistics();
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public Vector parameters() {
    return parameters;
  }

  @Override
  public Vector newVector() {
    parameters.values(); // refuses a closed model
    var vector = ReferenceVector.zeros(layout.length());
    vectors.add(vector);
    return vector;
  }

  @Override
  public Examples load(Images images, Normalization normalization) {
    parameters.values(); // refuses a closed model
    Checks.images(network, images, normalization);
    return new Loaded(images, normalization);
  }

  @Override
  public Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass) {
    parameters.same(gradient);
    Checks.batch(network, examples, batch);
    var loaded = (Loaded) examples;
    int size = loaded.images().size();
    var pixels = new float[batch.size() * size];
    loaded.images().gather(batch, loaded.normalization(), pixels);
    var x = new double[batch.size()][size];
    for (int i = 0; i < pixels.length; i++) {
      x[i / size][i % size] = pixels[i];
    }
    return lossAndGradient(x, batch, gradient, pass);
  }

  /**
   * The same of inputs that need not come from bytes.
   *
   * @param x [example][channel, row, column]
   * @param batch whose labels and seeds are those of the inputs
   */
  Loss lossAndGradient(double[][] x, Batch batch, Vector gradient, Pass pass) {
    double[] g = parameters.same(gradient);
    var mode = pass == Pass.CLEAN ? ReferenceLayer.Mode.CLEAN : ReferenceLayer.Mode.PERTURBED;
    double[][] logits = chain.forward(x, new ReferenceLayer.Pass(mode, batch.seeds()));
    double[] targets = batch.targets(network.classes());
    double loss = 0;
    var upstream = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      upstream[i] = softmax(logits[i]);
      double norm = logSumExp(logits[i]);
      for (int c = 0; c < upstream[i].length; c++) {
        double target = targets[i * network.classes() + c];
        loss += target * (norm - logits[i][c]);
        upstream[i][c] = (upstream[i][c] - target) / x.length; // the mean over the batch
      }
    }
    Arrays.fill(g, 0);
    chain.backward(upstream, g);
    double mean = loss / x.length;
    return () -> mean;
  }

  @Override
  public float[] logits(Examples examples, int[] rows) {
    parameters.values(); // refuses a closed model
    Checks.rows(examples, rows);
    var logits = new float[rows.length * network.classes()];
    for (int i = 0; i < rows.length; i++) {
      double[][] x = {gather((Loaded) examples, rows[i])};
      double[] row = chain.forward(x, EVALUATION)[0];
      for (int c = 0; c < row.length; c++) {
        logits[i * row.length + c] = (float) row[c];
      }
    }
    return logits;
  }

  @Override
  public double[] readStatistics() {
    parameters.values(); // refuses a closed model
    return statistics.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public void writeStatistics(double[] all) {
    parameters.values(); // refuses a closed model
    Checks.statistics(all, statistics.stream().mapToInt(each -> each.length).sum());
    int at = 0;
    for (double[] each : statistics) {
      System.arraycopy(all, at, each, 0, each.length);
      at += each.length;
    }
  }

  @Override
  public void synchronize() {}

  @Override
  public void close() {
    vectors.forEach(ReferenceVector::close);
  }

  private static double[] gather(Loaded examples, int row) {
    var pixels = new float[examples.images().size()];
    examples.images().gather(row, Transform.IDENTITY, examples.normalization(), pixels, 0);
    var values = new double[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i];
    }
    return values;
  }

  private static double[] softmax(double[] logits) {
    double norm = logSumExp(logits);
    return Arrays.stream(logits).map(z -> Math.exp(z - norm)).toArray();
  }

  private static double logSumExp(double[] logits) {
    double max = Arrays.stream(logits).max().orElseThrow();
    return max + Math.log(Arrays.stream(logits).map(z -> Math.exp(z - max)).sum());
  }
}
