package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.Column.count;
import static org.noisemark.reports.tables.Column.string;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.results.Run;

/** environments.csv: one row a machine with its software. */
public final class EnvironmentsTable {
  public static final Table<Map.Entry<String, Environment>> TABLE =
      new Table<>(
          "environments",
          "One row a machine with its software. No host name, no user, no address.",
          List.of(
              Column.<Map.Entry<String, Environment>>string(
                      "environment_id",
                      "e and the first 12 hex digits of the SHA-256 of the environment as JSON",
                      Map.Entry::getKey)
                  .with("pattern", "e[0-9a-f]{12}")
                  .with("unique", true)
                  .required(),
              text("cpu_model", "Model of the CPU", Environment::cpuModel),
              whole("cpu_cores", "cores", "Cores of the machine", Environment::cpuCores),
              whole(
                  "memory_bytes",
                  "bytes",
                  "Memory of the machine, rounded up to whole GiB",
                  Environment::memoryBytes),
              text("gpu_model", "Model of the GPU; empty without one", Environment::gpuModel),
              whole("gpu_count", "", "Number of GPUs in use", Environment::gpuCount),
              text("gpu_driver", "Version of the GPU's driver", Environment::gpuDriver),
              text("os", "Operating system and architecture", Environment::os),
              text("jvm", "Java virtual machine and version", Environment::jvm),
              json("jvm_flags_json", "Flags of the JVM, a JSON array", Environment::jvmFlags),
              json(
                  "engine_versions_json",
                  "Versions of all that computes (engine, native parts, BLAS, CUDA, cuDNN), a JSON"
                      + " object",
                  Environment::engineVersions),
              json(
                  "thread_settings_json",
                  "Variables and counts that set threads, a JSON object",
                  Environment::threadSettings),
              whole(
                  "workers", "", "Runs trained side by side in the process", Environment::workers)),
          List.of("environment_id"),
          List.of());

  private EnvironmentsTable() {}

  /** The column by which other tables refer to this one. */
  static <R> Column<R> reference(Function<R, List<Run>> runs) {
    return string(
        "environment_id",
        "Row of environments.csv; empty if the runs come from several",
        row -> {
          List<String> ids = runs.apply(row).stream().map(Run::environmentId).distinct().toList();
          return ids.size() == 1 ? ids.get(0) : "";
        });
  }

  private static Column<Map.Entry<String, Environment>> text(
      String name, String description, Function<Environment, String> value) {
    return string(name, description, row -> value.apply(row.getValue()));
  }

  private static Column<Map.Entry<String, Environment>> whole(
      String name, String unit, String description, Function<Environment, Number> value) {
    return count(name, unit, description, row -> value.apply(row.getValue()));
  }

  private static Column<Map.Entry<String, Environment>> json(
      String name, String description, Function<Environment, Object> value) {
    return text(name, description, environment -> Json.canonical(value.apply(environment)));
  }
}
