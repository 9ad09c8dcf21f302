package org.noisemark.engine.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.engine.Device;
import org.noisemark.gpu.CudaBuild;
import org.noisemark.gpu.CudaFit;
import org.noisemark.gpu.LoadFailure;

/** The native library that ND4J found on the class path. */
final class Backend {
  private static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
  private static final String CUDA_BINDINGS = "org.nd4j.linalg.jcublas.bindings.Nd4jCuda";

  private Backend() {}

  /** Loads it, once, and keeps it from asking for a garbage collection every few seconds. */
  static void start() {
    Nd4j.getMemoryManager().togglePeriodicGc(false);
  }

  /** Returns one line that says why the device cannot be used, or empty if it can. */
  static Optional<String> obstacle(Device device) {
    var obstacle = device == Device.CPU ? processor() : gpu();
    return obstacle.isPresent() ? obstacle : loading(device);
  }

  private static Optional<String> gpu() {
    var fit = CudaFit.ofThisMachine();
    return isPresent(CUDA)
        ? fit.obstacle(CudaBuild.DL4J_CUDA_11_6)
        : Optional.of(fit.obstacleOfCpuBuild("dl4j"));
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, Backend.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Optional<String> processor() {
    if (!isPresent(CPU)) {
      return Optional.of(
          "engine dl4j is built for CUDA 11.6; build it for the CPU by: ./mvnw -q -DskipTests package");
    }
    var file = Path.of("/proc/cpuinfo");
    if (!"amd64".equals(System.getProperty("os.arch")) || !Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Files.readString(file).contains(" avx2")
          ? Optional.empty()
          : Optional.of("engine dl4j needs a processor with AVX2, which this one lacks");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> loading(Device device) {
    try {
      if (device == Device.CUDA) { // ND4J itself would print what fails here, and not pass it on
        Class.forName(CUDA_BINDINGS);
      }
      start();
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      var failure = LoadFailure.describe("dl4j", e);
      return Optional.of(
          device == Device.CPU
              ? failure
              : failure + ", or build with it by: " + CudaBuild.DL4J_CUDA_11_6.command());
    }
  }
}
