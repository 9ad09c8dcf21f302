package org.noisemark.reports.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Made-up runs with a field or two changed, as if written by hand. */
public final class Edited {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Edited() {}

  /** The record with fields set, each by its path: "cell.dataset". */
  public static RunRecord with(RunRecord record, Map<String, ?> fields) {
    var tree = (ObjectNode) MAPPER.readTree(Json.canonical(record));
    fields.forEach((path, value) -> set(tree, path, MAPPER.valueToTree(value)));
    return read(tree);
  }

  /** Trained for that many epochs of five steps: gradient evaluations and their cost follow. */
  public static RunRecord epochs(RunRecord record, int epochs) {
    long evaluations = record.cost().gradientEvaluations() / 2 * epochs;
    return with(
        record,
        Map.of(
            "run_id",
            "r"
                + DigestUtils.sha256Hex((record.runId() + epochs).getBytes(StandardCharsets.UTF_8))
                    .substring(0, 16),
            "cell.training.epochs",
            epochs,
            "cost.gradient_evaluations",
            evaluations,
            "cost.train_seconds",
            evaluations / 8.0));
  }

  /** The record with these test accuracies, epoch by epoch, ten gradient evaluations each. */
  public static RunRecord curve(RunRecord record, List<Double> testAccuracies) {
    var tree = (ObjectNode) MAPPER.readTree(Json.canonical(record));
    ObjectNode template = (ObjectNode) tree.get("curve").get(0);
    ArrayNode curve = MAPPER.createArrayNode();
    for (int epoch = 1; epoch <= testAccuracies.size(); epoch++) {
      ObjectNode point = template.deepCopy();
      point.put("epoch", epoch);
      point.put("gradient_evaluations", 10L * epoch);
      point.put("train_seconds", 0.5 * epoch);
      point.set("test_accuracy", MAPPER.valueToTree(testAccuracies.get(epoch - 1)));
      curve.add(point);
    }
    tree.set("curve", curve);
    return read(tree);
  }

  private static void set(ObjectNode tree, String path, JsonNode value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      tree.set(path, value);
    } else {
      set((ObjectNode) tree.get(path.substring(0, dot)), path.substring(dot + 1), value);
    }
  }

  private static RunRecord read(ObjectNode tree) {
    return RunJson.read(MAPPER.writeValueAsBytes(tree));
  }
}
