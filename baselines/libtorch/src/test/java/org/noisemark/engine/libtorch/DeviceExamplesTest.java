package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Samples;

/** The code that gathers batches on a GPU, on the CPU, held against the one in Java. */
@SuppressWarnings("try") // a scope works by being open
class DeviceExamplesTest {
  private static final List<Transform> IDENTITIES = Collections.nCopies(3, Transform.IDENTITY);
  private static final Placement CPU = new Placement(DeviceType.CPU, Precision.FLOAT32);

  /** As every engine does before it computes: see {@link Natives}. */
  @BeforeAll
  static void loadLibtorch() {
    assertEquals(Optional.empty(), Natives.obstacle());
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 7, 1", "3, 8, 8, 2", "3, 6, 4, 3", "1, 28, 28, 4", "2, 1, 1, 5"})
  void gathersTheSameBatchAsJavaDoes(int channels, int height, int width, long seed) {
    var random = Samples.random(seed);
    var pixels = new byte[9 * channels * height * width];
    random.nextBytes(pixels);
    var images = new Images(channels, height, width, pixels);
    double[] means = random.doubles(channels).toArray();
    double[] deviations = random.doubles(channels, 0.1, 1).toArray();
    var normalization = new Normalization(means, deviations);
    for (int n : new int[] {1, 4, 32}) {
      int[] rows = random.ints(n, 0, 9).toArray();
      List<Transform> some =
          Stream.generate(
                  () ->
                      new Transform(
                          random.nextBoolean(),
                          random.nextInt(-height - 1, height + 2),
                          random.nextInt(-width - 1, width + 2),
                          random.nextInt(-height, height + 1),
                          random.nextInt(-width, width + 1),
                          random.nextInt(0, height + 1)))
              .limit(n)
              .toList();
      assertGathersAlike(images, normalization, rows, some);
      var uncut =
          some.stream()
              .map(t -> new Transform(t.flip(), t.shiftRows(), t.shiftColumns(), 0, 0, 0))
              .toList();
      assertGathersAlike(images, normalization, rows, uncut);
      assertGathersAlike(images, normalization, rows, someCut(uncut, some));
    }
  }

  @Test
  void gathersTheRowsOfATable() {
    var features = new float[] {1, -2, 3, 4.5f, 5, 6};
    var images = Images.ofFeatures(3, features);
    assertGathersAlike(images, Normalization.none(3), new int[] {1, 0, 1}, IDENTITIES);
  }

  @Test
  void modelsShareOneCopyThatGoesWithTheLast() {
    var images = new Images(1, 2, 2, new byte[12]);
    var same = new Images(1, 2, 2, new byte[12]);
    var normalization = new Normalization(new double[] {0}, new double[] {1});
    long before = Pointer.totalCount();
    var first = new Ownership();
    var second = new Ownership();
    var examples = SharedExamples.of(images, normalization, CPU, first);
    assertSame(examples, SharedExamples.of(images, normalization, CPU, second));
    assertNotSame(examples, SharedExamples.of(same, normalization, CPU, second));
    first.close();
    try (var scope = new PointerScope()) {
      assertEquals(3, examples.gather(new Batch(new int[] {0, 1, 2}, new int[3])).size(0));
    }
    second.close();
    assertEquals(before, Pointer.totalCount(), "native objects left");
    try (var third = new Ownership()) {
      assertNotSame(examples, SharedExamples.of(images, normalization, CPU, third));
    }
  }

  private static List<Transform> someCut(List<Transform> uncut, List<Transform> cut) {
    return Stream.iterate(0, i -> i < cut.size(), i -> i + 1)
        .map(i -> (i % 2 == 0 ? uncut : cut).get(i))
        .toList();
  }

  private static void assertGathersAlike(
      Images images, Normalization normalization, int[] rows, List<Transform> transforms) {
    var batch = new Batch(rows, new int[rows.length], transforms);
    assertGathersAlike(images, normalization, batch);
    var reversed = new ArrayList<>(transforms);
    Collections.reverse(reversed);
    var share = new double[rows.length];
    Arrays.setAll(share, i -> i % 3 / 2.0 + 0.1 * (i % 2));
    var mixup = new Batch.Mixup(rows, batch.labels(), reversed, share);
    assertGathersAlike(
        images,
        normalization,
        new Batch(rows, batch.labels(), transforms, batch.seeds(), Optional.of(mixup), 0));
  }

  private static void assertGathersAlike(Images images, Normalization normalization, Batch batch) {
    try (var scope = new PointerScope();
        var ownership = new Ownership()) {
      var host = new HostExamples(images, normalization, ownership);
      var device = new DeviceExamples(images, normalization, CPU, ownership);
      Tensor expected = host.gather(batch);
      Tensor actual = device.gather(batch);
      assertArrayEquals(sizes(expected), sizes(actual));
      assertArrayEquals(read(expected), read(actual));
    }
  }

  @Test
  void countsItsImages() {
    try (var ownership = new Ownership()) {
      var images = new Images(1, 2, 2, new byte[12]);
      var normalization = new Normalization(new double[] {0}, new double[] {1});
      assertEquals(3, new DeviceExamples(images, normalization, CPU, ownership).count());
    }
  }

  private static long[] sizes(Tensor tensor) {
    var sizes = new long[(int) tensor.dim()];
    Arrays.setAll(sizes, tensor::size);
    return sizes;
  }

  private static float[] read(Tensor tensor) {
    var values = new float[(int) tensor.numel()];
    new FloatPointer(tensor.data_ptr()).get(values);
    return values;
  }
}
