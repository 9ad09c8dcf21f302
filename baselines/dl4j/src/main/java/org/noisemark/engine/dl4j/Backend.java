package org.noisemark.engine.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.noisemark.engine.Device;

/** The native library that ND4J found on the class path. */
final class Backend {
  private static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";

  private Backend() {}

  /** Loads it, once, and keeps it from asking for a garbage collection every few seconds. */
  static void start() {
    Nd4j.getMemoryManager().togglePeriodicGc(false);
  }

  /** Returns one line that says why the device cannot be used, or empty if it can. */
  static Optional<String> obstacle(Device device) {
    if (!isPresent(device == Device.CPU ? CPU : CUDA)) {
      return Optional.of(
          device == Device.CPU
              ? "engine dl4j was built for CUDA 11.6; rebuild it without -Pcuda-11.6 for the CPU"
              : "engine dl4j was built for the CPU; rebuild it with -Pcuda-11.6 for CUDA");
    }
    var obstacle = device == Device.CPU ? processor() : Gpu.obstacle();
    return obstacle.isPresent() ? obstacle : loading();
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

  private static Optional<String> loading() {
    try {
      start();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return Optional.of("the native library of engine dl4j does not load here: " + cause);
    }
  }
}
