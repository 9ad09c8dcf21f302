package org.noisemark.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The NVIDIA GPUs of a machine.
 *
 * @param all in the order of the bus
 * @param trouble one line that says why there are none; empty if there are
 * @param visible what {@code CUDA_VISIBLE_DEVICES} holds; empty where it is not set
 */
public record Gpus(List<Gpu> all, String trouble, String visible) {
  private static final String FIELDS = "index,uuid,name,driver_version,memory.total";
  private static final String CAPABILITY = "compute_cap";

  public Gpus {
    all = List.copyOf(all);
  }

  /** Returns those of this machine; the driver is queried once. */
  public static Gpus ofThisMachine() {
    return ThisMachine.GPUS;
  }

  private static final class ThisMachine {
    private static final Gpus GPUS =
        read(NvidiaSmi::ofThisMachine, System.getenv().getOrDefault("CUDA_VISIBLE_DEVICES", ""));
  }

  static Gpus read(NvidiaSmi tool, String visible) {
    try {
      var answer = tool.query(FIELDS + "," + CAPABILITY);
      var gpus = parse(answer, "");
      if (answer.contains(CAPABILITY)) { // drivers before 510 do not know this field
        answer = tool.query(FIELDS);
        gpus = parse(answer, ", 0.0");
      }
      var said = answer.lines().findFirst().orElse("").strip();
      return new Gpus(
          gpus,
          gpus.isEmpty() ? "no NVIDIA GPU found: nvidia-smi says '" + said + "'" : "",
          visible);
    } catch (IOException e) {
      return new Gpus(
          List.of(),
          "no NVIDIA driver found: nvidia-smi does not run (" + e.getMessage() + ")",
          visible);
    }
  }

  /** Reads the lines that describe a GPU; leaves out what does not. */
  private static List<Gpu> parse(String answer, String suffix) {
    var gpus = new ArrayList<Gpu>();
    for (String line : answer.lines().toList()) {
      String[] fields = (line.strip() + suffix).split("\\s*,\\s*");
      if (fields.length == 6
          && fields[0].matches("\\d{1,4}")
          && fields[3].matches("\\d{1,6}(\\.\\d+)*")
          && fields[5].matches("\\d{1,3}\\.\\d")) {
        gpus.add(
            new Gpu(
                Integer.parseInt(fields[0]),
                fields[1],
                fields[2],
                Integer.parseInt(fields[5].replace(".", "")),
                fields[3],
                mebibytes(fields[4])));
      }
    }
    return gpus;
  }

  /** GPUs that share the memory of the processor have none of their own: "[N/A]". */
  private static long mebibytes(String text) {
    return text.matches("\\d{1,12}") ? Long.parseLong(text) << 20 : 0;
  }

  /**
   * Returns the GPU that engines compute on: the first of those that {@code CUDA_VISIBLE_DEVICES}
   * leaves, by index or UUID. Empty where there is none.
   */
  public Optional<Gpu> inUse() {
    var first = visible.split(",", 2)[0].strip();
    if (first.isEmpty() || first.startsWith("MIG")) { // a part of a GPU: any will do
      return all.stream().findFirst();
    }
    return all.stream()
        .filter(gpu -> first.equals("" + gpu.index()) || gpu.uuid().startsWith(first))
        .findFirst();
  }

  /** Returns one line that says why there is no GPU in use; empty if there is one. */
  public Optional<String> obstacle() {
    if (inUse().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        all.isEmpty()
            ? trouble
            : "CUDA_VISIBLE_DEVICES is '" + visible + "', which is none of the GPUs " + all);
  }
}
