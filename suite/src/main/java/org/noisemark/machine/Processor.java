package org.noisemark.machine;

import java.nio.file.Path;

/** The processor's name. */
final class Processor {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  static String model() {
    return model(CPUINFO);
  }

  /** Returns the model's name, or the architecture where the kernel gives none (Arm, no Linux). */
  static String model(Path cpuinfo) {
    return ProcFile.value(cpuinfo, "model name")
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceAll("\\s+", " "))
        .orElseGet(() -> System.getProperty("os.arch", ""));
  }
}
