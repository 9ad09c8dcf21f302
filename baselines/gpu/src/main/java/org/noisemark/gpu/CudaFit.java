package org.noisemark.gpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands between the engines and a machine's GPU, and the way out.
 *
 * @param libraries that the machine has; looked for where a GPU could use them
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

  /** Returns the build that the GPU in use is best used with; empty if none can use it. */
  public Optional<CudaBuild> advised() {
    return advised(Arrays.asList(CudaBuild.values()));
  }

  private Optional<CudaBuild> advised(String engine) {
    return advised(
        Arrays.stream(CudaBuild.values()).filter(build -> build.engine().equals(engine)).toList());
  }

  /** The newest that can start as the machine is, or else the oldest that a library would help. */
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
