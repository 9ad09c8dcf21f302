package org.noisemark.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.cluster.ClusterRequest;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.plan.Plan;

/**
 * What a cell costs beside its training: cells whose training is one step on twenty examples, of
 * the reference engine, with all else as it is. Prints cells a second, and the processor time of
 * the driver's process a cell.
 *
 * <pre>
 * ./mvnw -q -DskipTests -pl suite/spark -am test-compile
 * java … org.noisemark.spark.DriverOverhead CELLS MASTER…      "threads" for threads of this process
 * </pre>
 */
final class DriverOverhead {
  private DriverOverhead() {}

  public static void main(String[] arguments) throws IOException {
    int cells = Integer.parseInt(arguments[0]);
    var folder = Files.createTempDirectory("driver-overhead");
    for (var master : List.of(arguments).subList(1, arguments.length)) {
      System.out.println(measure(plan(folder, cells), folder.resolve(master), master));
    }
  }

  private static Plan plan(Path folder, int cells) throws IOException {
    var table = new StringBuilder("x,y,label\n");
    for (int row = 0; row < 40; row++) {
      table.append(row % 7).append(',').append(row % 5).append(',').append(row % 2).append('\n');
    }
    var suite =
        """
        name: made-up
        version: 1.0.0
        summary: one step a cell
        datasets: [{name: csv, path: %TABLE, label: label}]
        noises: [{kind: clean}]
        networks: [{name: perceptron, layers: 1, width: 2}]
        optimizers: [{name: sgd}]
        training: {epochs: 1, batch_size: 20, learning_rate: 0.05}
        evaluation: {memorisation_samples: 1}
        seeds: 1
        engine: reference
        """
            .replace("%TABLE", Files.writeString(folder.resolve("table.csv"), table).toString());
    var loaded = Suites.load(Files.writeString(folder.resolve("made-up.yaml"), suite).toString());
    return Plan.of(loaded, loaded.engine(), Device.CPU, OptionalInt.of(cells));
  }

  private static String measure(Plan plan, Path out, String master) throws IOException {
    var harness = new Harness(DataHome.byDefault(), false, Duration.ZERO, Optional.empty());
    var first = new AtomicLong();
    var cpu = new AtomicLong();
    var progress =
        new Progress() {
          @Override
          public void finished(Cell cell, RunRecord record) {
            if (first.compareAndSet(0, System.nanoTime())) { // all is loaded by now
              cpu.set(cpuNanoseconds());
            }
          }
        };
    long begin = System.nanoTime();
    if (master.equals("threads")) {
      harness.run(plan, RunFolder.open(out), 1, progress);
    } else {
      var request =
          new ClusterRequest(
              master,
              Map.of(),
              OptionalInt.empty(),
              Device.CPU,
              out,
              Optional.empty(),
              Duration.ZERO,
              false);
      try (var executor = new SparkCluster().connect(request)) {
        harness.run(plan, RunFolder.open(out), executor, progress);
        return line(plan, master, begin, first.get(), cpu.get());
      }
    }
    return line(plan, master, begin, first.get(), cpu.get());
  }

  private static String line(Plan plan, String master, long begin, long first, long cpu) {
    double cells = plan.cells().size() - 1;
    long end = System.nanoTime();
    return String.format(
        Locale.ROOT,
        "%s: %.0f cells, %.1f s to the first, then %.1f a second, %.2f ms each; driver's processor"
            + " time %.2f ms each",
        master,
        cells + 1,
        (first - begin) / 1e9,
        cells / ((end - first) / 1e9),
        (end - first) / 1e6 / cells,
        (cpuNanoseconds() - cpu) / 1e6 / cells);
  }

  private static long cpuNanoseconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
