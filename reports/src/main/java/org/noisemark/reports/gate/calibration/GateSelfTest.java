package org.noisemark.reports.gate.calibration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.noisemark.reports.gate.Check;
import org.noisemark.reports.gate.Gate;
import org.noisemark.reports.gate.GateReport;
import org.noisemark.reports.gate.Outcome;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;

/**
 * Whether a gate tells changes apart that were planted in a baseline's own results: none, one that
 * is 0 on average, a loss, a leak, labels that were never noised, a run that is missing.
 */
public final class GateSelfTest {
  /** Real runs of quick, each of them here under several seeds. */
  private static final List<String> EMBEDDED =
      List.of("clean-sgd.json", "symmetric-0.4-sam.json", "asymmetric-0.4-psam.json");

  private static final int SEEDS = 5;

  /**
   * One change and what the gate made of it.
   *
   * @param planted in a few words
   * @param expected outcome
   * @param found by the gate
   * @param recognised whether the gate came to the outcome expected, and for the reason expected
   */
  public record Case(String planted, Outcome expected, Outcome found, boolean recognised) {}

  private final List<RunRecord> baseline;
  private final GateRules rules;
  private final List<Case> cases = new ArrayList<>();

  private GateSelfTest(List<RunRecord> baseline, GateRules rules) {
    this.baseline = baseline;
    this.rules = rules;
  }

  /**
   * Plants in a baseline's results.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static List<Case> of(List<RunRecord> baseline, GateRules rules) {
    if (baseline.isEmpty()) {
      throw new IllegalArgumentException("no run records to plant anything in");
    }
    return new GateSelfTest(Run.of(baseline).stream().map(Run::record).toList(), rules).cases();
  }

  /** Plants in a few results that are part of the program. */
  public static List<Case> ofEmbedded() {
    var records = new ArrayList<RunRecord>();
    for (String name : EMBEDDED) {
      RunRecord record = read(name);
      for (int seed = 1; seed <= SEEDS; seed++) {
        double spread = 0.004 * (seed - (SEEDS + 1) / 2);
        records.add(Planted.accuracy(Planted.seed(record, seed), spread));
      }
    }
    Cell.Suite suite = records.get(0).cell().suite();
    return of(records, GateRules.defaults(suite.name(), suite.version()));
  }

  private List<Case> cases() {
    double margin =
        rules.margins().values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double jitter = margin / 10;
    double loss = 3 * largestMargin();
    plant("nothing", Outcome.PASS, null, baseline);
    plant("a change that is 0 on average", Outcome.PASS, null, inEach(jitter, 0));
    plant(
        "a loss of three margins everywhere",
        Outcome.QUALITY,
        Check.QUALITY,
        inEach(jitter, -loss));
    plant(
        "a loss of three margins in one cell",
        Outcome.QUALITY,
        Check.QUALITY,
        inOne(jitter, -loss));
    plant(
        "a leak: twice the alarm's gain in one cell",
        Outcome.QUALITY,
        Check.ALARM,
        inOne(jitter, 2 * rules.gainAlarm()));
    noised()
        .ifPresent(
            record ->
                plant(
                    "labels that were never noised",
                    Outcome.QUALITY,
                    Check.NOISE,
                    replaced(record, Planted::cleanLabels)));
    plant(
        "a run that is missing",
        Outcome.INVALID,
        Check.INPUT,
        baseline.subList(1, baseline.size()));
    return List.copyOf(cases);
  }

  private void plant(String what, Outcome expected, Check check, List<RunRecord> candidate) {
    GateReport report = Gate.of(baseline, candidate, rules, false);
    boolean found =
        check == null
            || report.problems().stream()
                .anyMatch(f -> f.check() == check && f.outcome() == expected);
    cases.add(new Case(what, expected, report.outcome(), report.outcome() == expected && found));
  }

  private List<RunRecord> inEach(double jitter, double change) {
    return byCell().stream()
        .flatMap(
            cell ->
                Planted.jittered(cell, jitter).stream()
                    .map(record -> Planted.accuracy(record, change)))
        .toList();
  }

  private List<RunRecord> inOne(double jitter, double change) {
    var records = new ArrayList<RunRecord>();
    List<List<RunRecord>> cells = byCell();
    Planted.jittered(cells.get(0), jitter)
        .forEach(record -> records.add(Planted.accuracy(record, change)));
    cells.subList(1, cells.size()).forEach(records::addAll);
    return records;
  }

  private List<List<RunRecord>> byCell() {
    return List.copyOf(
        Run.of(baseline).stream()
            .collect(
                groupingBy(
                    run -> List.of(run.setting(), run.level(), run.method()),
                    LinkedHashMap::new,
                    mapping(Run::record, toList())))
            .values());
  }

  private Optional<RunRecord> noised() {
    return baseline.stream()
        .filter(record -> record.labels() != null && record.labels().effectiveRate() > 0)
        .findFirst();
  }

  private List<RunRecord> replaced(RunRecord record, UnaryOperator<RunRecord> change) {
    return baseline.stream().map(r -> r == record ? change.apply(r) : r).toList();
  }

  private double largestMargin() {
    return Stream.concat(
            rules.margins().values().stream(),
            rules.noiseMargins().values().stream().flatMap(own -> own.values().stream()))
        .mapToDouble(Double::doubleValue)
        .max()
        .orElseThrow();
  }

  private static RunRecord read(String name) {
    try (InputStream in = GateSelfTest.class.getResourceAsStream("self-test/" + name)) {
      return RunJson.read(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("an embedded record cannot be read: " + name, e);
    }
  }
}
