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

  private final Network network;
  private final ParameterLayout layout;
  private final ReferenceVector parameters;
  private final List<ReferenceVector> vectors = new ArrayList<>();
  private final Chain chain;

  ReferenceModel(Network network) {
    this.network = network;
    this.layout = network.layout();
    this.parameters = ReferenceVector.zeros(layout.length());
    this.vectors.add(parameters);
    this.chain = Chain.of(network.layers(), network.input(), new Parameters(parameters.values()));
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
    Checks.rows(examples, batch.rows());
    var x = new double[batch.size()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = gather((Loaded) examples, batch.rows()[i], batch.transforms().get(i));
    }
    return lossAndGradient(x, batch.labels(), gradient, pass);
  }

  /** The same of inputs that need not come from bytes, [example][channel, row, column]. */
  Loss lossAndGradient(double[][] x, int[] labels, Vector gradient, Pass pass) {
    double[] g = parameters.same(gradient);
    Checks.labels(network, labels);
    var mode = pass == Pass.CLEAN ? ReferenceLayer.Mode.CLEAN : ReferenceLayer.Mode.PERTURBED;
    double[][] logits = chain.forward(x, mode);
    double loss = 0;
    var upstream = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      upstream[i] = softmax(logits[i]);
      loss += logSumExp(logits[i]) - logits[i][labels[i]];
      upstream[i][labels[i]] -= 1;
      for (int c = 0; c < upstream[i].length; c++) {
        upstream[i][c] /= x.length; // the mean over the batch
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
      double[][] x = {gather((Loaded) examples, rows[i], Transform.IDENTITY)};
      double[] row = chain.forward(x, ReferenceLayer.Mode.EVALUATION)[0];
      for (int c = 0; c < row.length; c++) {
        logits[i * row.length + c] = (float) row[c];
      }
    }
    return logits;
  }

  @Override
  public void synchronize() {}

  @Override
  public void close() {
    vectors.forEach(ReferenceVector::close);
  }

  private static double[] gather(Loaded examples, int row, Transform transform) {
    var pixels = new float[examples.images().size()];
    examples.images().gather(row, transform, examples.normalization(), pixels, 0);
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
