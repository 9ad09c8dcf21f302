package org.noisemark.engine.libtorch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
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

/** A network over one flat tensor of parameters. */
@SuppressWarnings("try") // a scope or a call works by being open
final class LibtorchModel implements Model {
  /** Images evaluated at a time: a bound on memory, large enough for speed. */
  private static final int EVALUATION_BATCH = 500;

  private final Network network;
  private final ParameterLayout layout;
  private final Placement placement;
  private final Ownership ownership = new Ownership();
  private final ParameterShapes shapes;
  private final FlatVector parameters;
  private final Leaves leaves;
  private final Chain chain;
  private final boolean dropsValues;
  private final List<Tensor> statistics;
  private final Losses losses;
  private final Optional<PassGraphs> graphs;

  /**
   * @param capture records passes as graphs, on a GPU; without it they are launched piece by piece
   */
  LibtorchModel(Network network, Placement placement, Optional<Capture> capture) {
    this.network = network;
    this.layout = network.layout();
    this.placement = placement;
    if (placement.device() == DeviceType.CUDA) {
      CudaArithmetic.require(placement.precision());
      ownership.atClose(CudaArithmetic::release);
    }
    this.shapes = ParameterShapes.of(layout);
    placement.prepare();
    this.parameters = zeros();
    try (var scope = new PointerScope()) {
      this.leaves = new Leaves(parameters.tensor(), shapes, ownership);
      var builder = new ChainBuilder(leaves, placement, ownership);
      this.chain = builder.chain(network.layers());
      this.dropsValues = builder.hasDropout();
      this.statistics = builder.statistics();
      this.losses = new Losses(placement, ownership);
    }
    this.graphs = capture.map(c -> new PassGraphs(c, placement, ownership, this::pass));
    if (placement.device() == DeviceType.CUDA) {
      DeviceMemory.resetPeak();
    }
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
    return zeros();
  }

  private FlatVector zeros() {
    ownership.requireOpen();
    try (var scope = new PointerScope()) {
      return new FlatVector(
          ownership.keep(placement.zeros(layout.length())), shapes, placement, ownership);
    }
  }

  @Override
  public Examples load(Images images, Normalization normalization) {
    ownership.requireOpen();
    Checks.images(network, images, normalization);
    return placement.device() == DeviceType.CPU && graphs.isEmpty()
        ? new HostExamples(images, normalization, ownership)
        : SharedExamples.of(images, normalization, placement, ownership);
  }

  @Override
  public Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass) {
    Tensor g = parameters.same(gradient);
    Checks.batch(network, examples, batch);
    var mode = pass == Pass.CLEAN ? Step.Mode.CLEAN : Step.Mode.PERTURBED;
    placement.prepare();
    try (var call = NativeCalls.begin();
        var scope = new PointerScope()) {
      // What is recorded reads no masks and mixes no images.
      if (graphs.isPresent() && batch.mixup().isEmpty() && !dropsValues) {
        return losses.add(graphs.get().pass((DeviceExamples) examples, batch, g, mode));
      }
      Tensor x = ((LoadedExamples) examples).gather(batch);
      var step = new Step.Pass(mode, dropsValues ? batch.seeds() : new long[0]);
      return losses.add(pass(x, Targets.of(batch, network.classes(), placement), g, step));
    }
  }

  private Tensor pass(Tensor x, Targets targets, Tensor gradient, Step.Pass pass) {
    gradient.zero_();
    leaves.collectInto(gradient);
    Tensor logits = chain.forward(placement.converted(x), pass);
    Tensor loss = targets.crossEntropy(placement.converted(logits));
    loss.backward();
    return loss.detach();
  }

  @Override
  public float[] logits(Examples examples, int[] rows) {
    ownership.requireOpen();
    Checks.rows(examples, rows);
    var logits = new float[rows.length * network.classes()];
    placement.prepare();
    for (int from = 0; from < rows.length; from += EVALUATION_BATCH) {
      int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + EVALUATION_BATCH));
      try (var call = NativeCalls.begin();
          var scope = new PointerScope();
          var guard = new NoGradGuard()) {
        Tensor x = ((LoadedExamples) examples).gather(new Batch(part, new int[part.length]));
        Tensor output = chain.forward(placement.converted(x), Step.Pass.EVALUATION);
        Tensor host = output.cpu().to(ScalarType.Float).contiguous();
        new FloatPointer(host.data_ptr())
            .get(logits, from * network.classes(), part.length * network.classes());
      }
    }
    return logits;
  }

  @Override
  public double[] readStatistics() {
    ownership.requireOpen();
    placement.prepare();
    try (var call = NativeCalls.begin();
        var scope = new PointerScope()) {
      return statistics.stream().map(Placement::read).flatMapToDouble(Arrays::stream).toArray();
    }
  }

  @Override
  public void writeStatistics(double[] all) {
    ownership.requireOpen();
    Checks.statistics(all, statistics.stream().mapToInt(each -> (int) each.numel()).sum());
    placement.prepare();
    try (var call = NativeCalls.begin();
        var scope = new PointerScope()) {
      int at = 0;
      for (var each : statistics) {
        int length = (int) each.numel();
        each.copy_(placement.doubles(Arrays.copyOfRange(all, at, at + length)));
        at += length;
      }
    }
  }

  @Override
  public void synchronize() {
    placement.synchronize();
  }

  @Override
  public OptionalLong peakDeviceMemoryBytes() {
    return placement.device() == DeviceType.CUDA
        ? OptionalLong.of(DeviceMemory.peakBytes())
        : OptionalLong.empty();
  }

  @Override
  public void close() {
    placement.synchronize();
    ownership.close();
  }
}
