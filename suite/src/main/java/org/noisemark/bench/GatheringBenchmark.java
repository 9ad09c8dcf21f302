package org.noisemark.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.noisemark.datasets.Augmentation;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Transform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Gathering and normalizing a mini-batch of 128, in the order of an epoch, with and without
 * augmentation.
 *
 * <pre>suite/bin/noisemark bench --filter GatheringBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class GatheringBenchmark {
  @Param({"none", "flip-crop", "flip-crop-cutout"})
  public String augmentation;

  private Dataset dataset;
  private List<int[]> batches;
  private List<Transform> transforms;
  private float[] gathered;
  private int next;

  @Setup
  public void setUp() throws IOException {
    dataset = Workload.images();
    var images = dataset.trainImages();
    var rows = IntStream.range(0, images.count()).toArray();
    batches = new BatchOrder(rows, Workload.BATCH, 1).epoch(1);
    transforms =
        Augmentation.named(augmentation)
            .draw(new long[Workload.BATCH], images.height(), images.width());
    gathered = new float[Workload.BATCH * images.size()];
  }

  @Benchmark
  public float[] gather() {
    var images = dataset.trainImages();
    var rows = batches.get(next);
    next = (next + 1) % batches.size();
    for (int i = 0; i < rows.length; i++) {
      images.gather(
          rows[i], transforms.get(i), dataset.normalization(), gathered, i * images.size());
    }
    return gathered;
  }
}
