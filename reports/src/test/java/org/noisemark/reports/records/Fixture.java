package org.noisemark.reports.records;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Cost;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.records.RunRecord.Labels;
import org.noisemark.reports.records.RunRecord.Program;
import org.noisemark.reports.records.RunRecord.Status;

/** Made-up runs of a suite with four classes: two epochs, ten steps, figures easy to add up. */
public record Fixture(
    String suiteVersion,
    String noise,
    double rate,
    String optimizer,
    long seed,
    double last,
    Status status,
    String detail,
    double rho) {

  public static Fixture run(String optimizer, long seed, double last) {
    return new Fixture(
        "1.0.0", "symmetric-exclusive@1", 0.4, optimizer, seed, last, Status.OK, "", 0.05);
  }

  public static Fixture failed(String optimizer, long seed, Status status) {
    return new Fixture(
        "1.0.0",
        "symmetric-exclusive@1",
        0.4,
        optimizer,
        seed,
        Double.NaN,
        status,
        "loss is NaN at step 3",
        0.05);
  }

  public Fixture noise(String noise, double rate) {
    return new Fixture(suiteVersion, noise, rate, optimizer, seed, last, status, detail, rho);
  }

  public Fixture version(String suiteVersion) {
    return new Fixture(suiteVersion, noise, rate, optimizer, seed, last, status, detail, rho);
  }

  public Fixture detail(String detail) {
    return new Fixture(suiteVersion, noise, rate, optimizer, seed, last, status, detail, rho);
  }

  public Fixture rho(double rho) {
    return new Fixture(suiteVersion, noise, rate, optimizer, seed, last, status, detail, rho);
  }

  /** As if it had failed before its labels were drawn. */
  public RunRecord withoutNoise() {
    return record(null);
  }

  public RunRecord record() {
    return record(new Labels(rate, Collections.nCopies(4, List.of(1, 2, 3, 4)), "ab"));
  }

  private RunRecord record(Labels labels) {
    boolean ok = status == Status.OK;
    var parameters = new TreeMap<String, Object>();
    if (!optimizer.equals("sgd")) {
      parameters.put("rho", rho);
    }
    long evaluations =
        optimizer.equals("sgd") ? 10 : optimizer.equals("psam") ? 13 : 20; // 13 = 65 % of 20
    String id =
        "r"
            + DigestUtils.sha256Hex(
                    (suiteVersion + noise + rate + optimizer + seed + rho)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    return new RunRecord(
        RunRecord.FORMAT,
        id,
        new Cell(
            new Cell.Suite("test", suiteVersion, List.of("sgd", "sam", "psam")),
            Cell.Dataset.published("squares"),
            new Cell.Noise(noise, rate, "exact", 7, null, null, null, null),
            new Cell.Network("mlp", null),
            training(2),
            new Cell.Optimizer(optimizer, parameters),
            new Cell.Evaluation(1, 10, null),
            new Cell.Engine("reference", "cpu", "float64"),
            seed),
        status,
        detail,
        labels,
        IntStream.rangeClosed(1, 2).mapToObj(epoch -> epoch(epoch, ok, evaluations)).toList(),
        ok ? new Accuracy(last, last, last, 2, 2) : null,
        ok ? new RunRecord.Test(List.of(last, last), 0.5, 0.1) : null,
        cost(evaluations),
        "cd",
        ok ? "ef" : null,
        environment(2),
        program(""),
        new TreeMap<>(Map.of("memory_bytes", "8000000000")),
        Instant.parse("2026-11-22T10:00:00Z"),
        null,
        null,
        null);
  }

  private Epoch epoch(int epoch, boolean ok, long evaluations) {
    return new Epoch(
        epoch,
        0.1,
        ok ? 1.5 : Double.NaN,
        ok ? 0.5 : null,
        ok ? last : null,
        null,
        0.25,
        null,
        epoch * evaluations / 2,
        epoch * 0.5,
        0.75);
  }

  private static Cost cost(long evaluations) {
    double train = evaluations / 8.0;
    return new Cost(
        evaluations,
        evaluations,
        80,
        evaluations * 1000,
        train,
        0.25,
        0.125,
        0.125,
        train + 0.5,
        0.01,
        0.02,
        2,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "",
        "");
  }

  public static Cell.Training training(int epochs) {
    return new Cell.Training(
        epochs, 8, 0.1, 0.9, 0.0, false, "constant", 0, "none", 0.1, null, null, null, null);
  }

  public static Program program(String commit) {
    return new Program("0.1.0", commit);
  }

  public static Environment environment(int workers) {
    return new Environment(
        "Example CPU, \"fast\"",
        2,
        8L << 30,
        "",
        0,
        "",
        "Linux amd64",
        "17.0.15",
        List.of("-Xmx2g"),
        new TreeMap<>(Map.of("reference", "0.1.0")),
        new TreeMap<>(Map.of("OMP_NUM_THREADS", "1")),
        workers);
  }
}
