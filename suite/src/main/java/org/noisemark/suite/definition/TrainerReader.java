package org.noisemark.suite.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads the programs that train in place of the engine, and which optimizers they train. */
final class TrainerReader {
  private static final String NAME = "[a-z0-9][a-z0-9-]*";

  private final Map<String, TrainerCommand> trainers = new LinkedHashMap<>();

  TrainerReader(Section suite) {
    if (suite.has("trainers")) {
      for (var entry : suite.get("trainers", suite::sections)) {
        entry.expect(List.of("name", "command"));
        String name = entry.get("name", yaml -> name(entry, yaml));
        if (trainers.put(name, new TrainerCommand(name, command(entry))) != null) {
          throw entry.wrong("the trainer '" + name + "' is there twice");
        }
      }
    }
  }

  private static List<String> command(Section entry) {
    var yaml = entry.value("command");
    return yaml instanceof Yaml.Scalar
        ? List.of(entry.text(yaml))
        : entry.items(yaml).stream().map(item -> entry.any(item).toString()).toList();
  }

  /** Returns the one that an optimizer names; empty if the engine trains it. */
  Optional<TrainerCommand> of(Section optimizer) {
    return optimizer.has("trainer")
        ? Optional.of(
            trainers.get(optimizer.get("trainer", yaml -> optimizer.name(yaml, trainers.keySet()))))
        : Optional.empty();
  }

  /** Returns a name that a program may have, or a method that it trains. */
  static String name(Section entry, Yaml yaml) {
    String name = entry.text(yaml);
    if (!name.matches(NAME)) {
      throw entry.wrong(
          yaml, "expected lower-case letters, digits and hyphens, got '" + name + "'");
    }
    return name;
  }
}
