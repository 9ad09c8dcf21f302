package org.noisemark.reports.verify;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;

/**
 * What pairs runs, held against each other: a cell is there once, one noise seed means the same
 * labels, one training seed the same initial parameters, and another seed other ones.
 */
final class Pairing {
  private final List<RunRecord> records;
  private final List<Finding> findings = new ArrayList<>();

  private Pairing(List<RunRecord> records) {
    this.records = records;
  }

  static List<Finding> check(List<RunRecord> records) {
    var check = new Pairing(records);
    check.repeats();
    check.sameWithin(
        "labels.sha256",
        Pairing::labelsKey,
        record -> record.labels() == null ? null : record.labels().sha256(),
        "differs from the labels of the other runs of that data set, noise and noise seed");
    check.sameWithin(
        "initial_parameters_sha256",
        Pairing::parametersKey,
        RunRecord::initialParametersSha256,
        "differs from that of the other runs of that data set, network and seed");
    check.onlyOneSeedEach("initial_parameters_sha256", RunRecord::initialParametersSha256);
    check.onlyOneSeedEach("final_parameters_sha256", RunRecord::finalParametersSha256);
    return check.findings;
  }

  /** Returns the records with each cell once: of several the one that bears its own name. */
  static List<RunRecord> distinct(List<RunRecord> records) {
    var distinct = new LinkedHashMap<String, RunRecord>();
    for (RunRecord record : records) {
      distinct.merge(
          CellName.of(record), record, (one, other) -> CellName.isNamed(one) ? one : other);
    }
    return List.copyOf(distinct.values());
  }

  private void repeats() {
    records.stream().collect(groupingBy(CellName::of, TreeMap::new, toList())).values().stream()
        .filter(same -> same.size() > 1)
        .forEach(
            same ->
                findings.add(
                    Finding.ofAll(
                        Finding.Severity.ERROR,
                        String.format(
                            Locale.ROOT,
                            "the seed %d of %s is there %d times: runs %s",
                            same.get(0).cell().seed(),
                            CellName.label(same.get(0)),
                            same.size(),
                            String.join(
                                ", ", same.stream().map(RunRecord::runId).sorted().toList())))));
  }

  private void sameWithin(
      String field,
      Function<RunRecord, String> group,
      Function<RunRecord, String> hash,
      String message) {
    records.stream()
        .filter(record -> hash.apply(record) != null)
        .collect(groupingBy(group, TreeMap::new, toList()))
        .values()
        .forEach(
            same -> {
              String common = mostCommon(same.stream().map(hash).toList());
              same.stream()
                  .filter(record -> !hash.apply(record).equals(common))
                  .forEach(
                      record ->
                          findings.add(
                              Finding.ofRecord(
                                  record.runId(), field, hash.apply(record), common, message)));
            });
  }

  private void onlyOneSeedEach(String field, Function<RunRecord, String> hash) {
    Map<String, RunRecord> first = new TreeMap<>();
    for (RunRecord record : records) {
      RunRecord other =
          hash.apply(record) == null ? null : first.putIfAbsent(hash.apply(record), record);
      if (other != null && other.cell().seed() != record.cell().seed()) {
        findings.add(
            Finding.ofRecord(
                record.runId(),
                field,
                hash.apply(record),
                null,
                String.format(
                    Locale.ROOT,
                    "is also that of run %s, whose seed is %d and not %d",
                    other.runId(),
                    other.cell().seed(),
                    record.cell().seed())));
      }
    }
  }

  private static String mostCommon(List<String> hashes) {
    return hashes.stream()
        .collect(groupingBy(Function.identity(), TreeMap::new, counting()))
        .entrySet()
        .stream()
        .max(Comparator.comparing(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private static String labelsKey(RunRecord record) {
    Cell cell = record.cell();
    return cell.dataset().label() + " " + Json.canonical(cell.noise());
  }

  private static String parametersKey(RunRecord record) {
    Cell cell = record.cell();
    return cell.dataset().label() + " " + cell.network().label() + " " + cell.seed();
  }
}
