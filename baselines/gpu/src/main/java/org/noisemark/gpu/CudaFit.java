package org.noisemark.gpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a build of an engine can use the GPU of a machine, and if not, why and what to do.
 *
 * @param gpus those of the machine
 * @param libraries those of the machine; searched only if a GPU could use them
 */
public record CudaFit(Gpus gpus, Supplier<CudaLibraries> libraries) {
  /** Returns that of this machine. */
  public static CudaFit ofThisMachine() {
    return new CudaFit(Gpus.ofThisMachine(), CudaLibraries::ofThisMachine);
  }

  /** Returns one line that says why a build cannot use the GPU in use, or empty if it can. */
  public Optional<String> obstacle(CudaBuild build) {
    var absent = gpus.obstacle();
    return absent.isPresent()
        ? absent
        : build.obstacle(gpu()).map(reason -> reason + "; " + wayOut(build.engine()));
  }

  /** Returns one line that says what to do about an engine that is built for the CPU. */
  public String obstacleOfCpuBuild(String engine) {
    return gpus.obstacle()
        .orElseGet(
            () ->
                "engine "
                    + engine
                    + " is built for the CPU, not for "
                    + gpu()
                    + "; "
                    + wayOut(engine));
  }

  private String wayOut(String engine) {
    var own = advised(engine);
    if (own.isPresent()) {
      return "build it by: " + own.get().command();
    }
    return advised()
        .map(
            build ->
                "no build of it fits, but engine "
                    + build.engine()
                    + " does, built by: "
                    + build.command())
        .orElse("no build of any engine fits");
  }

  /** Returns the best build for the GPU in use; empty if none can use it. */
  public Optional<CudaBuild> advised() {
    return advised(Arrays.asList(CudaBuild.values()));
  }

  private Optional<CudaBuild> advised(String engine) {
    return advised(
        Arrays.stream(CudaBuild.values()).filter(build -> build.engine().equals(engine)).toList());
  }

  /** The newest whose libraries are installed, or else the oldest that fits the GPU. */
  private Optional<CudaBuild> advised(List<CudaBuild> builds) {
    if (gpus.inUse().isEmpty()) {
      return Optional.empty();
    }
    var fitting = builds.stream().filter(build -> build.obstacle(gpu()).isEmpty()).toList();
    return fitting.stream()
        .filter(build -> libraries.get().obstacle(build).isEmpty())
        .reduce((older, newer) -> newer)
        .or(() -> fitting.stream().findFirst());
  }

  private Gpu gpu() {
    return gpus.inUse().orElseThrow();
  }
}
