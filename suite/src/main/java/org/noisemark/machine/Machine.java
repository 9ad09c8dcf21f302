package org.noisemark.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.gpu.Gpu;
import org.noisemark.gpu.Gpus;
import org.noisemark.plugin.Plugins;
import org.noisemark.reports.records.RunRecord;

/** The machine that this process runs on. */
public final class Machine {
  private static final long GIB = 1L << 30;

  private Machine() {}

  /**
   * Returns the circumstances under which this process trains. What cannot be read is empty.
   *
   * @param workers cells trained side by side in this process
   */
  public static RunRecord.Environment environment(Engine engine, Device device, int workers) {
    var gpus = device == Device.CUDA ? Gpus.ofThisMachine().all() : List.<Gpu>of();
    return new RunRecord.Environment(
        processor(),
        Runtime.getRuntime().availableProcessors(),
        (memoryBytes() + GIB - 1) / GIB * GIB,
        models(gpus),
        gpus.size(),
        gpus.isEmpty() ? "" : gpus.get(0).driver(),
        os(),
        jvm(),
        JvmFlags.publishable(ManagementFactory.getRuntimeMXBean().getInputArguments()),
        versions(engine),
        ThreadSettings.of(System.getenv()),
        workers);
  }

  private static TreeMap<String, String> versions(Engine engine) {
    var versions = new TreeMap<>(engine.versions());
    for (var plugin : Plugins.all()) {
      versions.put(RunRecord.Environment.plugin(plugin.file()), plugin.sha256());
    }
    return versions;
  }

  /** Returns this program. */
  public static RunRecord.Program program() {
    return new RunRecord.Program(Build.current().version(), Build.current().commit());
  }

  /** Returns what is worth knowing of the machine and changes no result. */
  public static SortedMap<String, String> notes() {
    var notes = new TreeMap<String, String>();
    notes.put("jvm_build", property("java.vm.name") + " " + property("java.vm.version"));
    notes.put("kernel", property("os.version"));
    notes.put("memory_bytes", Long.toString(memoryBytes()));
    return notes;
  }

  /** Returns the distinct names of GPUs, with commas between. */
  static String models(List<Gpu> gpus) {
    return gpus.stream().map(Gpu::name).distinct().collect(Collectors.joining(", "));
  }

  /** Returns the memory that the process may use: the machine's, or its container's if less. */
  public static long memoryBytes() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  /** Returns the processor's model, or its architecture where the model cannot be read. */
  public static String processor() {
    return Processor.model();
  }

  /** Returns the operating system's name and the processor's architecture. */
  public static String os() {
    return property("os.name") + " " + property("os.arch");
  }

  /** Returns the vendor and the version of the Java virtual machine: "Debian 17.0.15". */
  public static String jvm() {
    return property("java.vendor") + " " + property("java.version");
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
