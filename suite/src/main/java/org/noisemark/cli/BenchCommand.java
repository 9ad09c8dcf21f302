package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.noisemark.bench.BenchReport;
import org.noisemark.bench.Benchmarks;
import org.noisemark.cli.options.CudaLibsOption;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.export.JmhExport;
import org.noisemark.reports.records.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noisemark bench}: the JMH benchmarks. */
@Command(
    name = "bench",
    description = {
      "Runs the JMH benchmarks.",
      "One gradient of each network, one step of each optimizer, the optimizers' own arithmetic,"
          + " and the gathering of a mini-batch."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark bench --out bench.json",
      "  noisemark bench --filter GradientBenchmark",
      "  noisemark bench --quick        every benchmark once: does it run?"
    })
final class BenchCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Benchmarks whose name it finds a match in; all.")
  private String filter;

  @Mixin private CudaLibsOption cudaLibs;

  @Option(names = "--out", paramLabel = "FILE", description = "Write JMH's JSON, too.")
  private Path out;

  @Option(names = "--quick", description = "One short iteration each; no figures to rely on.")
  private boolean quick;

  BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      Directories.requireWritableFile(out);
    }
    var results = Benchmarks.run(filter, quick, session.err());
    session.out().print(BenchReport.text(results));
    if (out != null) {
      AtomicFile.write(out, JmhExport.bytes(results));
      session.out().println("written to " + out);
    }
    return 0;
  }
}
