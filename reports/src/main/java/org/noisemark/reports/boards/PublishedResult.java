package org.noisemark.reports.boards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A number that someone else published, with what it takes to find ours beside it: a row of {@code
 * published-results.csv}, which ships with this package.
 *
 * @param source paper or repository
 * @param table where in it
 * @param dataset as we name it; empty if we have no name for it, likewise network and optimizer
 * @param noises the kinds of ours that it may be: what a paper calls symmetric is either, unless it
 *     says whether a flip may keep the true class
 * @param rate nominal, 0–1
 * @param method as the source names it
 * @param rho as printed; empty if there is none or it is not stated
 * @param accuracy on the test set, 0–1
 * @param spread as printed, in percentage points; empty if not stated
 * @param notes the source's protocol
 */
public record PublishedResult(
    String source,
    String table,
    Optional<String> dataset,
    Optional<String> network,
    Set<String> noises,
    double rate,
    String method,
    Optional<String> optimizer,
    String rho,
    double accuracy,
    Reporting reporting,
    String spread,
    String notes) {

  /** Of which epoch the number is. */
  public enum Reporting {
    NOT_STATED("not stated"),
    LAST_EPOCH("last epoch"),
    LAST_10_EPOCHS("mean of the last 10 epochs"),
    BEST_EPOCH("best epoch"),
    MAXIMUM("maximum over training"),
    EARLY_STOPPED("best or early-stopped epoch");

    private final String label;

    Reporting(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether the test set chose the epoch. */
    boolean oracle() {
      return this == BEST_EPOCH || this == MAXIMUM || this == EARLY_STOPPED;
    }
  }

  private static final Map<String, String> DATASETS =
      Map.of("CIFAR-10", "cifar-10", "CIFAR-100", "cifar-100");

  private static final Map<String, String> NETWORKS =
      Map.ofEntries(
          Map.entry("ResNet-18", "resnet18"),
          Map.entry("ResNet-18 (CIFAR stem)", "resnet18"),
          Map.entry("ResNet-18, BatchNorm->LayerNorm", "resnet18 normalization=layer"),
          Map.entry("ResNet-32", "resnet32"),
          Map.entry("ResNet-50", "resnet50"),
          Map.entry("ResNet-101", "resnet101"),
          Map.entry("WRN-16-4", "wrn-16-4"),
          Map.entry("WRN-16-8", "wrn-16-8"),
          Map.entry("WRN-28-10", "wrn-28-10"),
          Map.entry("PyramidNet-110", "pyramidnet110"));

  private static final Map<String, String> OPTIMIZERS =
      Map.of(
          "SGD", "sgd",
          "SGD+momentum", "sgd",
          "SAM", "sam",
          "ASAM", "asam",
          "F-SAM", "fsam",
          "1-SAM", "sam-sub-batches",
          "MSAM", "msam",
          "LookSAM", "looksam",
          "ESAM", "esam");

  private static final Map<String, Set<String>> NOISES =
      Map.of(
          "clean",
          Set.of("clean"),
          "symmetric",
          Set.of("symmetric-exclusive@1", "symmetric-inclusive@1"),
          "random (kind not stated)",
          Set.of("symmetric-exclusive@1", "symmetric-inclusive@1"));

  /** Errors on a validation split are no test accuracies: they are not among these. */
  private static final Map<String, Reporting> METRICS =
      Map.of(
          "test_acc_pct",
          Reporting.NOT_STATED,
          "test_error_pct",
          Reporting.NOT_STATED,
          "max_test_acc_pct",
          Reporting.MAXIMUM,
          "best_epoch_test_acc_pct",
          Reporting.BEST_EPOCH,
          "test_acc_pct (best/early-stopped)",
          Reporting.EARLY_STOPPED,
          "last_epoch_test_acc_pct",
          Reporting.LAST_EPOCH,
          "last10_mean_test_acc_pct",
          Reporting.LAST_10_EPOCHS);

  /** Every test accuracy of the file, in its order. */
  public static List<PublishedResult> all() {
    var csv = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var in = PublishedResult.class.getResourceAsStream("published-results.csv");
        var records = csv.parse(new InputStreamReader(in, UTF_8))) {
      return records.stream()
          .filter(row -> METRICS.containsKey(row.get("metric")))
          .map(PublishedResult::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("published-results.csv ships with the program", e);
    }
  }

  private static PublishedResult of(CSVRecord row) {
    String metric = row.get("metric");
    var percent = new BigDecimal(row.get("mean"));
    var accuracy = metric.contains("error") ? BigDecimal.valueOf(100).subtract(percent) : percent;
    return new PublishedResult(
        row.get("source"),
        row.get("table"),
        Optional.ofNullable(DATASETS.get(row.get("dataset"))),
        Optional.ofNullable(NETWORKS.get(row.get("architecture"))),
        NOISES.get(row.get("noise_kind")),
        Double.parseDouble(row.get("noise_rate")),
        row.get("optimizer"),
        Optional.ofNullable(OPTIMIZERS.get(row.get("optimizer"))),
        row.get("rho"),
        accuracy.movePointLeft(2).doubleValue(),
        METRICS.get(metric),
        row.get("std"),
        row.get("notes"));
  }
}
