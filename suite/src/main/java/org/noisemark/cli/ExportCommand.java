package org.noisemark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.Choices;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.Reports;
import org.noisemark.reports.export.Bencher;
import org.noisemark.reports.export.Dashboards;
import org.noisemark.reports.export.JmhExport;
import org.noisemark.reports.export.Measurement;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.RunRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark export}: results in the formats that dashboards for benchmarks read. */
@Command(
    name = "export",
    description = {
      "Writes results in the format of a dashboard for benchmarks.",
      "jmh: times, as JMH's JSON.",
      "github-action-benchmark: accuracies for its tool customBiggerIsBetter or, with --direction"
          + " smaller, times and gradient evaluations for customSmallerIsBetter.",
      "bencher: all of them, as Bencher Metric Format v0, whose names say what was trained.",
      "bencher-v1: the same as v1, with what was trained as parameters."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark export noisemark-out/quick --format bencher --out bencher.json",
      "  noisemark export noisemark-out/quick --format github-action-benchmark --direction smaller"
    })
final class ExportCommand implements Callable<Integer> {
  private static final String JMH = "jmh";
  private static final String GITHUB = "github-action-benchmark";
  private static final String BENCHER = "bencher";
  private static final String BENCHER_V1 = "bencher-v1";
  private static final String BIGGER = "bigger";
  private static final String SMALLER = "smaller";

  private final Session session;

  @Parameters(
      arity = "1",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds a folder 'cells'.")
  private Path directory;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "One of jmh, github-action-benchmark, bencher, bencher-v1.")
  private String format;

  @Option(
      names = "--direction",
      paramLabel = "DIRECTION",
      description = "For github-action-benchmark: what is better, bigger (the default) or smaller.")
  private String direction;

  @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; standard output.")
  private Path out;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Choices.require("--format", format, List.of(JMH, GITHUB, BENCHER, BENCHER_V1));
    if (direction != null) {
      Choices.require("--direction", direction, List.of(BIGGER, SMALLER));
      if (!format.equals(GITHUB)) {
        throw new IllegalArgumentException("--direction is for --format " + GITHUB + " alone");
      }
    }
    if (out != null) {
      Directories.requireWritableFile(out);
    }
    byte[] bytes = bytes(Reports.of(RunRecords.readAll(List.of(directory))).measurements());
    if (out == null) {
      session.out().print(new String(bytes, StandardCharsets.UTF_8));
    } else {
      AtomicFile.write(out, bytes);
      session.out().println("written to " + out);
    }
    return 0;
  }

  private byte[] bytes(List<Measurement> measurements) {
    return switch (format) {
      case JMH -> JmhExport.json(measurements);
      case BENCHER -> Bencher.metricFormat(measurements);
      case BENCHER_V1 -> Bencher.metricFormatV1(measurements);
      default -> Dashboards.githubActionBenchmark(measurements, !SMALLER.equals(direction));
    };
  }
}
