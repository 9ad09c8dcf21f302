package org.noisemark.suite.audit;

import java.util.List;
import java.util.Set;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.audit.Reproduction.Compared;

/** Where and with what two runs were trained, side by side. */
final class Circumstances {
  /** What changes no result: how much memory there is, and how many runs share the machine. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("memory_bytes", "workers", "jvm_flags");

  private Circumstances() {}

  static List<Compared> compared(RunRecord a, RunRecord b) {
    var one = a.environment();
    var two = b.environment();
    return List.of(
        new Compared("engine", a.cell().engine().name(), b.cell().engine().name()),
        new Compared("device", a.cell().engine().device(), b.cell().engine().device()),
        new Compared("precision", a.cell().engine().precision(), b.cell().engine().precision()),
        new Compared("cpu_model", one.cpuModel(), two.cpuModel()),
        new Compared("cpu_cores", one.cpuCores(), two.cpuCores()),
        new Compared("memory_bytes", one.memoryBytes(), two.memoryBytes()),
        new Compared("gpu_model", one.gpuModel(), two.gpuModel()),
        new Compared("gpu_count", one.gpuCount(), two.gpuCount()),
        new Compared("gpu_driver", one.gpuDriver(), two.gpuDriver()),
        new Compared("os", one.os(), two.os()),
        new Compared("jvm", one.jvm(), two.jvm()),
        new Compared("jvm_flags", one.jvmFlags(), two.jvmFlags()),
        new Compared("engine_versions", one.engineVersions(), two.engineVersions()),
        new Compared("thread_settings", one.threadSettings(), two.threadSettings()),
        new Compared("workers", one.workers(), two.workers()),
        new Compared("noisemark_version", a.program().version(), b.program().version()),
        new Compared("git_commit", a.program().gitCommit(), b.program().gitCommit()));
  }

  /** Whether a circumstance that differs can change the last bits of what is computed. */
  static boolean mayRoundOtherwise(Compared circumstance) {
    return !circumstance.same() && !WITHOUT_EFFECT.contains(circumstance.what());
  }
}
