package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;

@Tag("slow")
class Dl4jEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new Dl4jEngine();
  }

  @Test
  void refusesAGpuInOneLineWhenBuiltForTheCpu() {
    var line = engine().obstacle(Device.CUDA).orElseThrow();
    assertEquals(1, line.lines().count(), line);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> engine().build(Samples.dense(2), Device.CUDA));
    assertEquals(line, error.getMessage());
  }

  @Test
  void namesTheVersionsOfWhatComputes() {
    var versions = engine().versions();
    assertTrue(versions.keySet().containsAll(Stream.of("nd4j", "onednn", "openblas").toList()));
    assertTrue(versions.values().stream().noneMatch(version -> version.contains("$")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "cnn", "resnet20"})
  void realNetworksGiveTheSameBitsAloneAndSideBySide(String name) {
    Network network = Networks.named(name, new Shape(1, 28, 28), 10);
    Supplier<double[]> training = () -> train(network, 3);
    double[] alone = training.get();
    var together = Stream.of(training, training).map(CompletableFuture::supplyAsync).toList();
    together.forEach(each -> assertArrayEquals(alone, each.join()));
  }

  /** Batches of 16 and 7 in turn. */
  private double[] train(Network network, int steps) {
    try (var model = engine().build(network, Device.CPU)) {
      model.parameters().write(InitialParameters.draw(network.layout(), 1));
      var examples = model.load(Samples.images(network, 16, 1), Samples.normalization(network));
      var gradient = model.newVector();
      for (int step = 0; step < steps; step++) {
        var batch = Samples.batch(network, step % 2 == 0 ? 16 : 7, step);
        model.lossAndGradient(examples, batch, gradient, Pass.CLEAN);
        model.parameters().axpy(-0.01, gradient);
      }
      return model.parameters().read();
    }
  }

  /** A leak of 20 kB a step would show: the heap is touched whole from the start. */
  @Test
  void memoryStaysFlatOverThousandsOfSteps() {
    Network network = Networks.named("mlp", new Shape(1, 28, 28), 10);
    train(network, 1000);
    long before = Pointer.physicalBytes();
    train(network, 2000);
    long grown = Pointer.physicalBytes() - before;
    assertTrue(grown < 40_000_000, () -> "grown by " + grown + " bytes");
  }

  /** Ten models of resnet20 need some 50 MB each while they are open. */
  @Test
  void closingAModelGivesItsMemoryBack() {
    Network network = Networks.named("resnet20", new Shape(1, 28, 28), 10);
    train(network, 1);
    long before = Pointer.physicalBytes();
    for (int i = 0; i < 10; i++) {
      train(network, 1);
    }
    long grown = Pointer.physicalBytes() - before;
    assertTrue(grown < 100_000_000, () -> "grown by " + grown + " bytes");
  }

  @Test
  void aClosedModelSaysSo() {
    var model = engine().build(Samples.dense(2), Device.CPU);
    var vector = model.newVector();
    model.close();
    var error = assertThrows(IllegalStateException.class, vector::read);
    assertEquals("the model is closed", error.getMessage());
  }
}
