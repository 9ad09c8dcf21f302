package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Made-up results of both sides: two optimizers under two noises, five seeds, no two equal. */
public final class Results {
  static final int SEEDS = 5;
  static final int CELLS = 4;
  public static final GateRules RULES = GateRules.defaults("test", "1.0.0");

  private Results() {}

  /** Seeds differ by two points, optimizers by one. */
  public static List<RunRecord> baseline() {
    var records = new ArrayList<RunRecord>();
    for (String optimizer : List.of("sgd", "sam")) {
      for (double rate : new double[] {0.2, 0.4}) {
        for (int seed = 1; seed <= SEEDS; seed++) {
          double accuracy = 0.7 + 0.02 * seed + (optimizer.equals("sam") ? 0.01 : 0) - rate / 10;
          records.add(
              Fixture.run(optimizer, seed, accuracy).noise("symmetric-exclusive@1", rate).record());
        }
      }
    }
    return records;
  }

  /** The baseline with one record changed. */
  static List<RunRecord> with(int index, UnaryOperator<RunRecord> change) {
    var records = new ArrayList<>(baseline());
    records.set(index, change.apply(records.get(index)));
    return records;
  }

  /** The baseline with all records changed. */
  public static List<RunRecord> each(UnaryOperator<RunRecord> change) {
    return new ArrayList<>(baseline().stream().map(change).toList());
  }

  /** The record with one value in its JSON replaced. */
  static RunRecord edited(RunRecord record, String pointer, Object value) {
    var mapper = JsonMapper.shared();
    var tree = mapper.readTree(Json.pretty(record));
    var path = JsonPointer.compile(pointer);
    ((ObjectNode) tree.at(path.head()))
        .set(path.last().getMatchingProperty(), mapper.valueToTree(value));
    return RunJson.read(mapper.writeValueAsBytes(tree));
  }

  static GateReport gate(List<RunRecord> candidate) {
    return Gate.of(baseline(), candidate, RULES, false);
  }
}
