package org.noisemark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With what nvidia-smi answers made up. */
class GpusTest {
  private static final String TWO =
      """
      0, GPU-11aa, NVIDIA GeForce RTX 4090, 580.95.05, 24564, 8.9
      1, GPU-22bb, NVIDIA H100 80GB HBM3, 580.95.05, 81559, 9.0
      """;

  @Test
  void areReadInTheOrderOfTheBus() {
    var gpus = Gpus.read(fields -> TWO, "");
    assertEquals(
        List.of(
            new Gpu(0, "GPU-11aa", "NVIDIA GeForce RTX 4090", 89, "580.95.05", 24564L << 20),
            new Gpu(1, "GPU-22bb", "NVIDIA H100 80GB HBM3", 90, "580.95.05", 81559L << 20)),
        gpus.all());
    assertEquals(
        "NVIDIA H100 80GB HBM3 (compute capability 9.0), 79.6 GiB, driver 580.95.05",
        gpus.all().get(1).describe());
    assertEquals(Optional.empty(), gpus.obstacle());
  }

  @Test
  void theFirstVisibleOneIsUsed() {
    assertEquals(0, used(""));
    assertEquals(0, used("0"));
    assertEquals(1, used("1,0"));
    assertEquals(1, used("GPU-22"));
    assertEquals(0, used("MIG-GPU-22bb/1/0"));
  }

  @Test
  void threadsChooseAmongTheVisible() {
    var both = Gpus.read(fields -> TWO, "1,0");
    ThreadGpu.choose(1);
    try {
      assertEquals(0, both.inUse().orElseThrow().index());
      assertEquals(Optional.empty(), Gpus.read(fields -> TWO, "1").inUse());
    } finally {
      ThreadGpu.choose(0);
    }
    assertEquals(1, both.inUse().orElseThrow().index());
    assertEquals(1, both.alike(), "an H100, then another GPU");
    var same = TWO.replace("GeForce RTX 4090", "H100 80GB HBM3");
    assertEquals(2, Gpus.read(fields -> same, "").alike());
  }

  @Test
  void anAddressIsANumberAmongTheVisible() {
    assertEquals(1, Gpus.read(fields -> TWO, "").ordinal("1"));
    assertEquals(0, Gpus.read(fields -> TWO, "1").ordinal("1"));
    assertEquals(1, Gpus.read(fields -> TWO, "1,0").ordinal("GPU-11aa"));
    var one = Gpus.read(fields -> TWO, "1");
    var unseen = assertThrows(IllegalArgumentException.class, () -> one.ordinal("0"));
    assertEquals(
        "no GPU 0 among [NVIDIA H100 80GB HBM3 (compute capability 9.0)]", unseen.getMessage());
  }

  private static int used(String visible) {
    return Gpus.read(fields -> TWO, visible).inUse().orElseThrow().index();
  }

  @Test
  void hidingAllIsAnObstacle() {
    var gpus = Gpus.read(fields -> TWO, "-1");
    assertEquals(Optional.empty(), gpus.inUse());
    assertEquals(
        Optional.of(
            "CUDA_VISIBLE_DEVICES is '-1', which is none of the GPUs [NVIDIA GeForce RTX 4090"
                + " (compute capability 8.9), NVIDIA H100 80GB HBM3 (compute capability 9.0)]"),
        gpus.obstacle());
  }

  @Test
  void aMissingDriverIsOneLine() {
    NvidiaSmi none =
        fields -> {
          throw new IOException("Cannot run program \"nvidia-smi\"");
        };
    assertEquals(
        Optional.of(
            "no NVIDIA driver found: nvidia-smi does not run (Cannot run program \"nvidia-smi\")"),
        Gpus.read(none, "").obstacle());
  }

  @Test
  void aDriverWithoutGpusIsQuoted() {
    assertEquals(
        Optional.of("no NVIDIA GPU found: nvidia-smi says 'No devices were found'"),
        Gpus.read(fields -> "No devices were found\n", "").obstacle());
    assertEquals(
        Optional.of("no NVIDIA GPU found: nvidia-smi says ''"),
        Gpus.read(fields -> "", "").obstacle());
  }

  /** Drivers before 510 refuse the whole question for a field that they do not know. */
  @Test
  void anOldDriverIsAskedForWhatItKnows() {
    NvidiaSmi old =
        fields ->
            fields.contains("compute_cap")
                ? "Field \"compute_cap\" is not a valid field to query.\n"
                : "0, GPU-33cc, Tesla K80, 470.256.02, 11441\n";
    assertEquals(
        List.of(new Gpu(0, "GPU-33cc", "Tesla K80", 0, "470.256.02", 11441L << 20)),
        Gpus.read(old, "").all());
  }

  @Test
  void aGpuWithoutMemoryOfItsOwnIsRead() {
    var gpus = Gpus.read(fields -> "0, GPU-44dd, NVIDIA GB10, 580.95.05, [N/A], 12.1\n", "");
    assertEquals(List.of(new Gpu(0, "GPU-44dd", "NVIDIA GB10", 121, "580.95.05", 0)), gpus.all());
  }
}
