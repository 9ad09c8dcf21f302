package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.nn.Network;

/**
 * Recorded passes on the CPU, where a recording is the code to run again. What a GPU makes of them,
 * {@link CudaGraphsContract} tells.
 */
class PassGraphsTest {
  private static final int IMAGES = 12;

  /** Libtorch with recorded passes, on the CPU. */
  private static final class Recorded implements Engine {
    private final LibtorchEngine libtorch = new LibtorchEngine();
    private final AtomicInteger recordings = new AtomicInteger();

    @Override
    public String name() {
      return "recorded";
    }

    @Override
    public List<String> precisions(Device device) {
      return libtorch.precisions(device);
    }

    @Override
    public Optional<String> obstacle(Device device) {
      return libtorch.obstacle(device);
    }

    @Override
    public Map<String, String> versions() {
      return libtorch.versions();
    }

    @Override
    public Model build(Network network, Device device, String precision) {
      Capture capture =
          (launches, owner) -> {
            recordings.incrementAndGet();
            return launches;
          };
      return new LibtorchModel(network, Placement.of(device, precision), Optional.of(capture));
    }
  }

  static List<Network> networks() {
    return Samples.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void computesWhatPassesPieceByPieceDo(Network network) {
    assertComputesAsPiecewise(new Recorded(), network, Device.CPU);
  }

  @Test
  void recordsOnceEachKindOfPass() {
    var engine = new Recorded();
    Network network = Samples.networks().get(0);
    try (Model model = engine.build(network, Device.CPU)) {
      train(model, network, List.of(4), 3);
      assertEquals(0, engine.recordings.get(), "recorded before the libraries were warm");
      train(model, network, List.of(4), 5);
      assertEquals(2, engine.recordings.get(), "clean and perturbed");
      train(model, network, List.of(4, 3), 8);
      assertEquals(2 + 4, engine.recordings.get(), "of a short batch, too");
    }
  }

  /** Bit for bit: losses, gradients and what the running statistics make of an image. */
  static void assertComputesAsPiecewise(Engine recorded, Network network, Device device) {
    try (Model model = recorded.build(network, device);
        Model piecewise = new LibtorchEngine().build(network, device)) {
      double[] expected = train(piecewise, network, List.of(4, 4, 3), 9);
      assertArrayEquals(expected, train(model, network, List.of(4, 4, 3), 9), network.name());
    }
  }

  /** Some steps of SAM's two passes on batches of these sizes by turns; the last is cut out. */
  private static double[] train(Model model, Network network, List<Integer> sizes, int steps) {
    var seen = Stream.<double[]>builder();
    var examples = model.load(Samples.images(network, IMAGES, 5), Samples.normalization(network));
    var gradient = model.newVector();
    model.parameters().write(Samples.parameters(network.layout(), 5));
    for (int step = 0; step < steps; step++) {
      Batch batch = batch(network, sizes.get(step % sizes.size()), step);
      for (Pass pass : Pass.values()) {
        var loss = model.lossAndGradient(examples, batch, gradient, pass);
        model.parameters().axpy(-0.01, gradient);
        seen.add(gradient.read()).add(new double[] {loss.value()});
      }
    }
    float[] logits = model.logits(examples, new int[] {0, 1});
    seen.add(IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).toArray());
    return seen.build().flatMapToDouble(Arrays::stream).toArray();
  }

  private static Batch batch(Network network, int size, int step) {
    var random = Samples.random(step);
    int[] rows = random.ints(size, 0, IMAGES).toArray();
    int[] labels = random.ints(size, 0, network.classes()).toArray();
    int cutout = step % 9 == 8 ? 2 : 0;
    var transforms =
        Stream.generate(
                () ->
                    new Transform(
                        random.nextBoolean(), random.nextInt(3), random.nextInt(3), 0, 1, cutout))
            .limit(size)
            .toList();
    return new Batch(rows, labels, transforms);
  }
}
