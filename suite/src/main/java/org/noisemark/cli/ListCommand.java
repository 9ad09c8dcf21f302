package org.noisemark.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.Precisions;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.own.Formats;
import org.noisemark.engine.Engines;
import org.noisemark.nn.Networks;
import org.noisemark.noise.Noises;
import org.noisemark.optim.Optimizers;
import org.noisemark.plugin.Definition;
import org.noisemark.plugin.Plugins;
import org.noisemark.plugin.Registry;
import org.noisemark.plugin.Values;
import org.noisemark.study.Studies;
import org.noisemark.suite.definition.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark list}: what there is to put into a suite. */
@Command(
    name = "list",
    description = "Lists what a suite can be made of.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark list                 everything",
      "  noisemark list optimizers      with their hyper-parameters",
      "  noisemark list noises --json"
    })
final class ListCommand implements Callable<Integer> {
  /** Gives the names of one kind of thing, each with a line about it. */
  private interface Topic {
    Map<String, String> entries() throws IOException;
  }

  private static final Map<String, Topic> TOPICS = new LinkedHashMap<>();

  static {
    TOPICS.put("datasets", ListCommand::datasets);
    TOPICS.put("noises", () -> definitions(Noises.REGISTRY));
    TOPICS.put("networks", () -> definitions(Networks.REGISTRY));
    TOPICS.put("optimizers", () -> definitions(Optimizers.REGISTRY));
    TOPICS.put("engines", ListCommand::engines);
    TOPICS.put("presets", Suites::presets);
    TOPICS.put("studies", Studies::titles);
  }

  /** For a shell that completes. */
  private static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TOPICS.keySet().iterator();
    }
  }

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      completionCandidates = Topics.class,
      description =
          "datasets, noises, networks, optimizers, engines, presets or studies; all of them.")
  private String topic;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (topic != null && !TOPICS.containsKey(topic)) {
      throw new IllegalArgumentException(
          "unknown topic '" + topic + "', expected one of " + TOPICS.keySet());
    }
    var lists = new LinkedHashMap<String, Map<String, String>>();
    for (var each : TOPICS.entrySet()) {
      if (topic == null || each.getKey().equals(topic)) {
        lists.put(each.getKey(), each.getValue().entries());
      }
    }
    if (json) {
      session.json(lists);
    } else {
      lists.forEach(this::print);
    }
    return 0;
  }

  private void print(String heading, Map<String, String> entries) {
    session.out().println(heading);
    int width = entries.keySet().stream().mapToInt(String::length).max().orElse(1);
    entries.forEach(
        (name, summary) ->
            session.out().printf(Locale.ROOT, "  %-" + width + "s  %s%n", name, summary));
  }

  /** Those of the registry, then the formats of the user's own. */
  private static Map<String, String> datasets() {
    var all = definitions(Datasets.REGISTRY);
    all.putAll(definitions(Formats.REGISTRY));
    return all;
  }

  /** Each with its hyper-parameters, and the plug-in that it comes from. */
  private static Map<String, String> definitions(Registry<? extends Definition> registry) {
    var lines = new LinkedHashMap<String, String>();
    registry
        .all()
        .forEach(
            (name, definition) -> {
              var values = Values.of(definition, Map.of()).byName();
              lines.put(
                  name,
                  definition.summary()
                      + (values.isEmpty() ? "" : " " + values)
                      + from(registry.origin(name)));
            });
    return lines;
  }

  private static String from(String origin) {
    return origin.equals(Plugins.BUILT_IN) ? "" : " (from " + origin + ")";
  }

  /** Without their versions: those are the libraries' to tell, and listing loads none. */
  private static Map<String, String> engines() {
    var engines = new LinkedHashMap<String, String>();
    for (var name : Engines.names()) {
      engines.put(name, Precisions.of(Engines.named(name)) + from(Engines.REGISTRY.origin(name)));
    }
    return engines;
  }
}
