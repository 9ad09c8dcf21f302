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
   * Returns the GPUs that {@code CUDA_VISIBLE_DEVICES} leaves, by index or UUID, in its order: all
   * where it is not set; those before the first that there is not.
   */
  public List<Gpu> seen() {
    if (visible.isBlank()) {
      return all;
    }
    var seen = new ArrayList<Gpu>();
    for (var name : visible.split(",")) {
      var gpu = named(name.strip());
      if (gpu.isEmpty()) {
        break;
      }
      seen.add(gpu.get());
    }
    return seen;
  }

  private Optional<Gpu> named(String name) {
    return all.stream()
        .filter(
            gpu ->
                name.startsWith("MIG") // a part of a GPU: any will do
                    || name.equals("" + gpu.index())
                    || !name.isEmpty() && gpu.uuid().startsWith(name))
        .findFirst();
  }

  /** Returns the GPU that this thread's models are built on. Empty where there is none. */
  public Optional<Gpu> inUse() {
    return seen().stream().skip(ThreadGpu.ordinal()).findFirst();
  }

  /** Returns how many GPUs, counted on from the first, are of its kind. */
  public int alike() {
    var seen = seen();
    int count = 0;
    while (count < seen.size() && seen.get(count).name().equals(seen.get(0).name())) {
      count++;
    }
    return count;
  }

  /**
   * Returns what number CUDA gives to a GPU.
   *
   * @param address its index in the order of the bus, or its UUID
   * @throws IllegalArgumentException in one line, if this process does not see it
   */
  public int ordinal(String address) {
    var seen = seen();
    for (int i = 0; i < seen.size(); i++) {
      var gpu = seen.get(i);
      if (address.equals("" + gpu.index()) || gpu.uuid().equals(address)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no GPU " + address + " among " + seen + (trouble.isEmpty() ? "" : "; " + trouble));
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
