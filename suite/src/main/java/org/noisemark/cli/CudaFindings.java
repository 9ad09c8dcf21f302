package org.noisemark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.noisemark.gpu.CudaBuild;
import org.noisemark.gpu.CudaFit;
import org.noisemark.gpu.Gpu;

/** What the doctor says of GPUs, and of the builds that could use them; a line each. */
final class CudaFindings {
  private CudaFindings() {}

  /** Returns the GPUs, the one that engines compute on marked where there are several. */
  static Map<String, String> gpus(CudaFit fit) {
    var gpus = fit.gpus();
    var lines = new LinkedHashMap<String, String>();
    for (var gpu : gpus.all()) {
      boolean marked = gpus.all().size() > 1 && gpus.inUse().filter(gpu::equals).isPresent();
      lines.put("gpu " + gpu.index(), gpu.describe() + (marked ? " (in use)" : ""));
    }
    gpus.obstacle().ifPresent(reason -> lines.put("in use", "none: " + reason));
    return lines;
  }

  /** Returns for each build whether it fits the GPU in use, and the command that makes it. */
  static Map<String, String> builds(CudaFit fit) {
    var lines = new LinkedHashMap<String, String>();
    for (var build : CudaBuild.values()) {
      lines.put(
          build.label(), fit.gpus().inUse().map(gpu -> judge(build, gpu, fit)).orElse("no GPU"));
    }
    if (fit.gpus().inUse().isPresent()) {
      lines.put("advice", fit.advised().map(CudaFindings::advice).orElse("compute on the CPU"));
    }
    return lines;
  }

  private static String judge(CudaBuild build, Gpu gpu, CudaFit fit) {
    var unfit = build.obstacle(gpu);
    if (unfit.isPresent()) {
      return "does not fit: " + unfit.get();
    }
    var missing = fit.libraries().get().obstacle(build);
    return missing.isPresent()
        ? "fits, but cannot start: " + missing.get()
        : "fits: " + build.command();
  }

  private static String advice(CudaBuild build) {
    return build.command() + ", then run with --engine " + build.engine() + " --device cuda";
  }
}
