package org.noisemark.spark;

import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.plan.Plan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A suite of cells of a second, and what of their records must not depend on who trains them. */
final class SmallSuite {
  private static final Set<String> CIRCUMSTANCES =
      Set.of("environment", "notes", "program", "started_at");

  private SmallSuite() {}

  static String text(int epochs, int seeds, String optimizers) {
    return """
        name: small
        version: 1.0.0
        summary: for tests
        datasets: [fashion-mnist-mini]
        noises: [{kind: symmetric-exclusive@1, rate: 0.4}]
        networks: [mlp]
        optimizers: [%OPTIMIZERS]
        training: {epochs: %EPOCHS, batch_size: 250, learning_rate: 0.05}
        evaluation: {keep_parameters: [final]}
        seeds: %SEEDS
        """
        .replace("%OPTIMIZERS", optimizers)
        .replace("%EPOCHS", Integer.toString(epochs))
        .replace("%SEEDS", Integer.toString(seeds));
  }

  static Plan plan(String text) {
    var suite = SuiteReader.read("small.yaml", text);
    return Plan.of(suite, suite.engine(), Device.CPU, OptionalInt.empty());
  }

  /** Returns what each record says of its training, by its run, without times and the machine. */
  static SortedMap<String, String> results(RunFolder folder) {
    var results = new TreeMap<String, String>();
    for (RunRecord record : folder.readable()) {
      results.put(record.runId(), stripped(Json.tree(Json.pretty(record))).toString());
    }
    return results;
  }

  private static JsonNode stripped(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(
          object.propertyNames().stream()
              .filter(
                  name ->
                      CIRCUMSTANCES.contains(name)
                          || name.matches(".*(seconds|bytes|joules|energy).*"))
              .toList());
      object.values().forEach(SmallSuite::stripped);
    } else if (node instanceof ArrayNode array) {
      array.values().forEach(SmallSuite::stripped);
    }
    return node;
  }
}
