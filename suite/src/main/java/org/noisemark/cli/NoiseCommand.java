package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.Datasets;
import org.noisemark.noise.LabelNoise;
import org.noisemark.noise.LabelsFile;
import org.noisemark.noise.NoiseReport;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.Noises;
import org.noisemark.noise.NoisyLabels;
import org.noisemark.noise.NoisyLabelsCsv;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.noise.TransitionMatrixCsv;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark noise}: noisy labels as a file of their own. */
@Command(
    name = "noise",
    description = {
      "Writes a data set's noisy training labels as CSV, and reports what was drawn.",
      "Columns: index, clean, noisy. Reported: the rate overall, per class, and as a matrix."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark noise fashion-mnist-mini --kind symmetric-exclusive@1 --rate 0.4 --seed 1 \\",
      "      --out labels.csv",
      "  noisemark noise fashion-mnist --matrix transitions.csv --seed 1 --out labels.csv",
      "  noisemark noise fashion-mnist --from-confusion confusion.csv --out labels.csv"
    })
final class NoiseCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DATASET", description = "As in 'noisemark list datasets'.")
  private String dataset;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "As in 'noisemark list noises'; without a version, the newest.")
  private String kind;

  @Option(names = "--rate", paramLabel = "RATE", description = "Nominal noise rate, 0 to 1.")
  private Double rate;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The noise's own seed; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--count",
      paramLabel = "exact|bernoulli",
      description = "Exact counts, or each label drawn by itself; exact where the kind can.")
  private String count;

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description = "For matrix@1: CSV of K lines of K probabilities, line = true class.")
  private Path matrix;

  @Option(
      names = "--from-confusion",
      paramLabel = "FILE",
      description = {
        "For matrix@1: CSV of a confusion matrix of yours, line = true class, column =",
        "label given, in counts; also prints the noise as a suite has it."
      })
  private Path confusion;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "For labels@1: CSV with the columns index and label.")
  private Path labels;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The CSV file to write; replaced if it is there.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "A folder that has the data set's files.")
  private Path from;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  NoiseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var entry = Datasets.named(dataset);
    var spec = spec();
    Directories.requireWritableFile(out);
    var home = from == null ? session.home() : session.home().from(from);
    var data = entry.load(home);
    var noisy = LabelNoise.inject(data, spec);
    var csv = new StringBuilder();
    NoisyLabelsCsv.print(noisy, csv);
    AtomicFile.write(out, csv.toString().getBytes(UTF_8));
    if (json) {
      session.json(result(noisy));
    } else {
      session.out().print(NoiseReport.text(noisy, data.classNames()));
      session.out().println("written to  " + out);
      if (confusion != null) {
        session.out().print(asInASuite(spec.matrix().orElseThrow()));
      }
    }
    return 0;
  }

  private NoiseSpec spec() throws IOException {
    String named = kind == null ? implied() : Noises.newest(kind);
    var noise = Noises.REGISTRY.named(named);
    var counting = count == null ? noise.counts().get(0) : NoiseSpec.Count.named(count);
    if (matrix != null && confusion != null) {
      throw new IllegalArgumentException("--matrix and --from-confusion exclude each other");
    }
    boolean ofMatrix = named.startsWith("matrix@");
    require(matrix == null || ofMatrix, "--matrix", "--kind matrix@1", named);
    require(confusion == null || ofMatrix, "--from-confusion", "--kind matrix@1", named);
    require(labels == null || named.startsWith("labels@"), "--labels", "--kind labels@1", named);
    var files = new TreeMap<String, Path>();
    put(files, "--matrix", matrix);
    put(files, "--from-confusion", confusion);
    put(files, "--labels", labels);
    if (!files.isEmpty() && rate != null) {
      throw new IllegalArgumentException(
          "--rate and " + files.firstKey() + " exclude each other: it has its own");
    }
    if (labels != null) {
      return NoiseSpec.ofLabels(LabelsFile.of(labels));
    }
    if (!files.isEmpty()) {
      var transitions =
          matrix != null
              ? TransitionMatrixCsv.read(matrix)
              : TransitionMatrixCsv.readConfusion(confusion);
      return NoiseSpec.ofMatrix(transitions, counting, seed);
    }
    if (rate == null && !List.of("clean", "matrix@1", "labels@1").contains(named)) {
      throw new IllegalArgumentException("--kind " + named + " needs a --rate");
    }
    return NoiseSpec.of(named, rate == null ? 0 : rate, counting, seed);
  }

  private String implied() {
    if (matrix == null && confusion == null && labels == null) {
      throw new IllegalArgumentException(
          "--kind, --matrix, --from-confusion or --labels is needed, kinds are "
              + Noises.REGISTRY.names());
    }
    return labels == null ? "matrix@1" : "labels@1";
  }

  private static void put(Map<String, Path> files, String option, @Nullable Path file) {
    if (file != null) {
      files.put(option, file);
    }
  }

  private static String asInASuite(TransitionMatrix matrix) {
    var text = new StringBuilder("in a suite:\nnoises:\n  - kind: matrix@1\n    matrix:\n");
    for (int from = 0; from < matrix.classes(); from++) {
      int row = from;
      text.append("      - ")
          .append(
              IntStream.range(0, matrix.classes())
                  .mapToObj(to -> Numbers.text(matrix.probability(row, to)))
                  .toList())
          .append('\n');
    }
    return text.toString();
  }

  private static void require(boolean holds, String option, String goesWith, String kind) {
    if (!holds) {
      throw new IllegalArgumentException(option + " goes with " + goesWith + ", not " + kind);
    }
  }

  private LinkedHashMap<String, Object> result(NoisyLabels noisy) {
    var result = new LinkedHashMap<String, Object>();
    result.put("dataset", dataset);
    result.put("noise", noisy.spec().kind());
    result.put("noise_rate", noisy.spec().rate());
    result.put("noise_count", noisy.spec().count().toString());
    result.put("noise_seed", noisy.spec().seed());
    result.put("effective_rate", noisy.effectiveRate());
    result.put("effective_rate_per_class", noisy.effectiveRatePerClass());
    result.put("transitions", noisy.transitions());
    result.put("labels_sha256", noisy.sha256());
    result.put("file", out.toString());
    return result;
  }
}
