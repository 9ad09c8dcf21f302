package org.noisemark.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.CudaLibsOption;
import org.noisemark.cli.options.Precisions;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Datasets;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Engines;
import org.noisemark.gpu.CudaFit;
import org.noisemark.machine.Build;
import org.noisemark.machine.EnergyMeter;
import org.noisemark.machine.Machine;
import org.noisemark.machine.ThreadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noisemark doctor}: what this machine offers, and what stands in the way. */
@Command(
    name = "doctor",
    description = {
      "Shows what this machine offers, and what stands in the way.",
      "Java, processor, threads, energy counters, GPUs and the build for them, engines and which"
          + " is the faster one here, data sets."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark doctor",
      "  noisemark doctor --json",
      "  noisemark doctor --cuda-libs /opt/cuda-13/lib64"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private CudaLibsOption cudaLibs;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var findings = new LinkedHashMap<String, Map<String, String>>();
    findings.put("machine", machine());
    findings.put("threads", threads());
    var fit = CudaFit.ofThisMachine();
    findings.put("GPUs", CudaFindings.gpus(fit));
    findings.put("builds for GPUs", CudaFindings.builds(fit));
    for (var name : Engines.names()) {
      findings.put("engine " + name, engine(Engines.named(name)));
    }
    for (var device : Device.values()) {
      var speeds = speeds(device);
      if (!speeds.isEmpty()) {
        findings.put("speed on " + device.label(), speeds);
      }
    }
    findings.put("datasets", datasets(session.home()));
    if (json) {
      session.json(findings);
      return 0;
    }
    findings.forEach(
        (heading, lines) -> {
          session.out().println(heading);
          lines.forEach(
              (name, text) -> session.out().printf(Locale.ROOT, "  %-20s %s%n", name, text));
        });
    return 0;
  }

  private static Map<String, String> machine() {
    var build = Build.current();
    var lines = new LinkedHashMap<String, String>();
    lines.put("noisemark", (build.version() + " " + build.commit()).strip());
    lines.put("java", Machine.jvm());
    lines.put("os", Machine.os());
    lines.put("processor", Machine.processor());
    lines.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    lines.put("memory", gigabytes(Machine.memoryBytes()));
    lines.put("heap, at most", gigabytes(Runtime.getRuntime().maxMemory()));
    lines.put(
        "energy of processor",
        counter(
            EnergyMeter.ofProcessor(), "no counter (RAPL is readable by root only, if at all)"));
    lines.put(
        "energy of GPU", counter(EnergyMeter.ofGpu(), "no counter (a build for CUDA reads NVML)"));
    return lines;
  }

  private static String counter(EnergyMeter meter, String none) {
    return meter.joules().isPresent() ? meter.scope() + ", by " + meter.method() : none;
  }

  private static Map<String, String> threads() {
    var lines = new LinkedHashMap<String, String>(ThreadSettings.of(System.getenv()));
    if (!"passive".equalsIgnoreCase(lines.get("OMP_WAIT_POLICY"))) {
      lines.put("advice", "set OMP_WAIT_POLICY=passive: spinning threads slow small machines down");
    }
    return lines;
  }

  private static Map<String, String> engine(Engine engine) {
    var lines = new LinkedHashMap<String, String>();
    lines.put("precisions", Precisions.of(engine));
    lines.putAll(engine.versions());
    for (var device : Device.values()) {
      var obstacle = engine.obstacle(device);
      lines.put("on " + device.label(), obstacle.map(text -> "no: " + text).orElse("yes"));
    }
    return lines;
  }

  /** Compares the engines for training: those that compute in float32, as the default one does. */
  private static Map<String, String> speeds(Device device) {
    var engines =
        Engines.names().stream()
            .map(Engines::named)
            .filter(engine -> engine.precisions(device).contains("float32"))
            .filter(engine -> engine.obstacle(device).isEmpty())
            .toList();
    return engines.isEmpty()
        ? Map.of()
        : EngineComparison.lines(EngineComparison.measure(engines, device));
  }

  private static Map<String, String> datasets(DataHome home) {
    var lines = new LinkedHashMap<String, String>();
    for (var name : Datasets.REGISTRY.names()) {
      lines.put(
          name, Datasets.named(name).locate(home).orElse("not here: noisemark data fetch " + name));
    }
    return lines;
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
