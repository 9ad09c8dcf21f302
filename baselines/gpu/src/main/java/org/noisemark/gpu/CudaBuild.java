package org.noisemark.gpu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The builds of the engines for CUDA, each a Maven profile, and the GPUs that each holds machine
 * code for: code for capability x.y runs on x.z with z at least y, and on no other. None of them
 * holds code that a driver could translate for newer GPUs.
 */
public enum CudaBuild {
  DL4J_CUDA_11_6(
      "dl4j",
      "nd4j-cuda-11.6",
      "cuda-11.6,cuda-11.6-redist",
      450,
      List.of(),
      IntStream.of(37, 50, 52, 60, 61, 70, 75, 80, 86)),
  LIBTORCH_CUDA_12(
      "libtorch", "libtorch 2.5.1", "cuda12", 525, List.of(), IntStream.of(50, 60, 70, 80, 90)),
  LIBTORCH_CUDA_13(
      "libtorch",
      "libtorch 2.10.0",
      "cuda13",
      580,
      CudaLibrary.CUDA_13,
      IntStream.of(75, 80, 90, 100, 103, 120));

  private final String engine;
  private final String library;
  private final String profile;
  private final int oldestDriver;
  private final List<CudaLibrary> needed;
  private final int[] capabilities;

  CudaBuild(
      String engine,
      String library,
      String profile,
      int oldestDriver,
      List<CudaLibrary> needed,
      IntStream capabilities) {
    this.engine = engine;
    this.library = library;
    this.profile = profile;
    this.oldestDriver = oldestDriver;
    this.needed = needed;
    this.capabilities = capabilities.toArray();
  }

  /** Returns the name of the engine that it is a build of. */
  public String engine() {
    return engine;
  }

  /** Returns the build that holds a library, "libtorch 2.10.0-1.5.13". */
  public static Optional<CudaBuild> of(String library) {
    return Arrays.stream(values())
        .filter(build -> library.startsWith(build.library + "-"))
        .findFirst();
  }

  /** Returns "libtorch cuda12". */
  public String label() {
    return engine + " " + profile.split(",")[0];
  }

  /** Returns what a user types, in the folder of the project, to get it. */
  public String command() {
    return "./mvnw -q -DskipTests -P" + profile + " package";
  }

  /** Returns the libraries that the machine must have for it, in an order to load them in. */
  public List<CudaLibrary> needed() {
    return needed;
  }

  /** Returns one line that says why it cannot use a GPU, or empty if it can. */
  public Optional<String> obstacle(Gpu gpu) {
    int capability = gpu.capability();
    if (capability != 0 && !runs(capability)) {
      var age = capability < capabilities[0] ? "old" : "new";
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s is too %s for %s, which holds code for %s",
              gpu,
              age,
              library,
              codes()));
    }
    if (gpu.driverMajor() < oldestDriver) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "driver %s of %s is too old for %s, which needs %d or newer",
              gpu.driver(),
              gpu,
              library,
              oldestDriver));
    }
    return Optional.empty();
  }

  private boolean runs(int capability) {
    return Arrays.stream(capabilities)
        .anyMatch(code -> code / 10 == capability / 10 && code <= capability);
  }

  private String codes() {
    return Arrays.stream(capabilities)
        .mapToObj(CudaBuild::dotted)
        .collect(Collectors.joining(", "));
  }

  static String dotted(int capability) {
    return capability / 10 + "." + capability % 10;
  }
}
