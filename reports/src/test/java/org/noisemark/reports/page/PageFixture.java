package org.noisemark.reports.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Cost;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.records.RunRecord.Labels;
import org.noisemark.reports.records.RunRecord.Status;

/**
 * Made-up runs with whole learning curves, for looking at the page: ten classes; where labels are
 * noisy, a run memorises after a third of its epochs.
 *
 * @param noises kinds with their rates
 * @param energy whether the CPU's energy was read
 */
public record PageFixture(
    List<String> datasets,
    List<String> networks,
    Map<String, List<Double>> noises,
    int seeds,
    int epochs,
    boolean energy) {
  public static final List<String> OPTIMIZERS = List.of("asam", "fsam", "psam", "sam", "sgd");

  /** Kinds with their rates: six noises. */
  public static final Map<String, List<Double>> SIX =
      Map.of(
          "clean", List.of(0.0),
          "pairflip@1", List.of(0.2, 0.4),
          "symmetric-exclusive@1", List.of(0.2, 0.4, 0.8));

  public List<RunRecord> records() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    var records = new ArrayList<RunRecord>();
    for (String dataset : datasets) {
      for (String network : networks) {
        new TreeMap<>(noises)
            .forEach(
                (noise, rates) ->
                    rates.forEach(
                        rate -> {
                          for (String optimizer : OPTIMIZERS) {
                            for (long seed = 1; seed <= seeds; seed++) {
                              records.add(
                                  record(
                                      cell(dataset, network, noise, rate, optimizer, seed),
                                      random));
                            }
                          }
                        }));
      }
    }
    return records;
  }

  private Cell cell(
      String dataset, String network, String noise, double rate, String optimizer, long seed) {
    var parameters = new TreeMap<String, Object>();
    if (!optimizer.equals("sgd")) {
      parameters.put("rho", 0.05);
    }
    return new Cell(
        new Cell.Suite("made-up", "1.2.3", List.of("sgd", "sam", "psam")),
        Cell.Dataset.published(dataset),
        new Cell.Noise(noise, rate, "exact", seed, null, null, null, null),
        new Cell.Network(network, null),
        Fixture.training(epochs),
        new Cell.Optimizer(optimizer, parameters),
        new Cell.Evaluation(1, 10, null),
        new Cell.Engine("reference", "cpu", "float32"),
        seed);
  }

  private RunRecord record(Cell cell, UniformRandomProvider random) {
    double robust = 0.15 * OPTIMIZERS.indexOf(cell.optimizer().name());
    var curve = new ArrayList<Epoch>();
    long evaluations =
        switch (cell.optimizer().name()) {
          case "sgd" -> 100;
          case "psam" -> 130;
          default -> 200;
        };
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double learned = 1 - Math.exp(-9.0 * epoch / epochs - 1);
      double memorised =
          cell.noise().rate() * Math.max(0, epoch - epochs / 3) / epochs * (1 - robust / 2);
      double luck = 0.001 * (random.nextDouble() - 0.5);
      boolean noisy = cell.noise().rate() > 0;
      curve.add(
          new Epoch(
              epoch,
              0.1,
              2 - learned,
              learned * (1 - cell.noise().rate()) * 0.9,
              0.92 * learned - 0.4 * memorised + luck,
              learned,
              noisy ? 0.02 + memorised : null,
              noisy ? 0.9 * learned * (1 - memorised) : null,
              epoch * evaluations,
              0.01 * epoch * evaluations,
              noisy ? 0.9 - 0.2 * memorised : null));
    }
    double last = curve.get(epochs - 1).testAccuracy();
    Epoch best =
        curve.stream().max(java.util.Comparator.comparingDouble(Epoch::testAccuracy)).orElseThrow();
    String id =
        "r"
            + DigestUtils.sha256Hex(
                    cell.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    return new RunRecord(
        RunRecord.FORMAT,
        id,
        cell,
        Status.OK,
        "",
        draw(cell),
        curve,
        new Accuracy(last, last, best.testAccuracy(), epochs, best.epoch()),
        new RunRecord.Test(List.of(last, last), 1.5 - last, 0.1),
        cost(evaluations * epochs * (1 + 0.05 * random.nextDouble()), evaluations * epochs),
        "cd",
        "ef",
        Fixture.environment(2),
        Fixture.program("0123456789abcdef0123456789abcdef01234567"),
        new TreeMap<>(),
        Instant.parse("2026-11-22T10:00:00Z").plusSeconds(cell.seed()),
        null,
        null,
        null);
  }

  private static Labels draw(Cell cell) {
    var transitions = new ArrayList<List<Integer>>();
    for (int row = 0; row < 10; row++) {
      var counts = new ArrayList<Integer>();
      for (int column = 0; column < 10; column++) {
        boolean pair = cell.noise().kind().startsWith("pairflip");
        double share = pair ? (column == (row + 1) % 10 ? 1 : 0) : 1.0 / 9;
        counts.add(
            (int)
                Math.round(
                    900 * (row == column ? 1 - cell.noise().rate() : cell.noise().rate() * share)));
      }
      transitions.add(counts);
    }
    String key = cell.dataset().name() + cell.noise();
    return new Labels(
        cell.noise().rate(),
        transitions,
        DigestUtils.sha256Hex(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private Cost cost(double hundredths, long evaluations) {
    double train = hundredths / 100;
    return new Cost(
        evaluations,
        evaluations,
        9000L * epochs,
        evaluations * 1_000_000,
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
        energy ? 30 * train : null,
        null,
        energy ? "rapl" : "",
        energy ? "package" : "");
  }
}
