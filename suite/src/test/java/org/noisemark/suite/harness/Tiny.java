package org.noisemark.suite.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.plan.Plan;

/** A suite and a data set so small that the reference engine trains a cell in a moment. */
public final class Tiny {
  public static final String SUITE =
      """
      name: tiny
      version: 1.2.3
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises:
        - kind: clean
        - kind: symmetric-exclusive@1
          rate: 0.4
      networks: [mlp]
      optimizers:
        - name: sgd
        - name: psam
          rho: 0.1
      training:
        epochs: 3
        batch_size: 32
        learning_rate: 0.05
      evaluation:
        memorisation_samples: 100
      seeds: 2
      engine: reference
      """;

  /** Ten classes: a random 6x6 picture each, and noise of a sixth of the range on it. */
  public static final Dataset DATA = data(400, 200);

  private Tiny() {}

  public static Plan plan(String suite) {
    var read = SuiteReader.read("tiny.yaml", suite);
    return Plan.of(read, read.engine(), Device.CPU, OptionalInt.empty());
  }

  public static Plan plan() {
    return plan(SUITE);
  }

  public static Harness harness() {
    return new Harness(name -> DATA, false, Duration.ZERO, Optional.empty());
  }

  public static Harness.Summary run(Plan plan, Path directory) throws IOException {
    return harness().run(plan, RunFolder.open(directory), 2, Progress.quiet());
  }

  private static Dataset data(int train, int test) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(7);
    var templates = new int[10][36];
    for (int[] template : templates) {
      for (int i = 0; i < template.length; i++) {
        template[i] = random.nextInt(214);
      }
    }
    var pixels = new byte[(train + test) * 36];
    var labels = IntStream.range(0, train + test).map(row -> row % 10).toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (templates[labels[i / 36]][i % 36] + random.nextInt(42));
    }
    var all = new Images(1, 6, 6, pixels);
    return new Dataset(
        "fashion-mnist-mini",
        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
        new Normalization(new double[] {0.5}, new double[] {0.3}),
        all.select(IntStream.range(0, train).toArray()),
        Arrays.copyOf(labels, train),
        all.select(IntStream.range(train, train + test).toArray()),
        Arrays.copyOfRange(labels, train, train + test));
  }
}
