package org.noisemark.reports.page;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.page.html.Element;

/** What was run, where and how to read it. */
final class Head {
  private static final List<String> HOW_TO_READ =
      List.of(
          "Ranked is the test accuracy after the last epoch, as a mean over seeds; ≈ and shading"
              + " mark what the paired 95 % interval does not tell from the best.",
          "In italics, the best epoch's accuracy: an oracle that looks at the test labels, shown"
              + " and never ranked. A failed run counts as chance.",
          "Press a number to see its runs: seed, commit, machine and record.");

  private Head() {}

  static Element of(PageContent content) {
    Element facts = Element.of("dl").style("facts");
    facts(content)
        .forEach(
            (name, values) ->
                facts.add(
                    Element.of("div")
                        .add(Element.of("dt", name))
                        .add(Element.of("dd", String.join(", ", values)))));
    Element reading = Element.of("ol").style("reading");
    HOW_TO_READ.forEach(line -> reading.add(Element.of("li", line)));
    return Element.of("header")
        .add(Element.of("p", "noisemark").style("brand"))
        .add(Element.of("h1", content.suites()))
        .add(Element.of("p", content.status()).style("status"))
        .add(facts)
        .add(reading);
  }

  private static Map<String, Collection<String>> facts(PageContent content) {
    var facts = new LinkedHashMap<String, Collection<String>>();
    facts.put("Data", distinct(content, Setting::dataset));
    facts.put("Network", distinct(content, Setting::network));
    facts.put("Engine", distinct(content, Setting::engine));
    facts.put("Noise", content.levels().stream().map(PageContent.Level::label).toList());
    facts.put(
        "Optimizers",
        content.settings().stream()
            .flatMap(setting -> setting.entries().stream().map(Entry::optimizer))
            .distinct()
            .sorted()
            .toList());
    facts.put("Seeds", seeds(content));
    facts.put(
        "Machine",
        content.machines().stream()
            .map(PageContent.Machine::text)
            .map(Head::brief)
            .distinct()
            .toList());
    facts.put(
        "Commit",
        content.machines().stream()
            .map(machine -> machine.commit().isEmpty() ? "unknown" : abbreviated(machine.commit()))
            .distinct()
            .toList());
    facts.put("Trained", List.of(days(content)));
    return facts;
  }

  /** As git does, with "-dirty" kept. */
  private static String abbreviated(String commit) {
    return commit.replaceFirst("^([0-9a-f]{10})[0-9a-f]*", "$1");
  }

  private static String brief(String machine) {
    return machine.substring(0, (machine + ";").indexOf(';'));
  }

  private static Collection<String> distinct(PageContent content, Function<Setting, String> of) {
    return content.settings().stream().map(of).distinct().sorted().toList();
  }

  private static List<String> seeds(PageContent content) {
    return content.runs().stream()
        .map(PageContent.Run::seed)
        .distinct()
        .sorted()
        .map(seed -> Long.toString(seed))
        .toList();
  }

  private static String days(PageContent content) {
    return content.runs().stream()
        .map(PageContent.Run::startedAt)
        .sorted()
        .map(Instant::toString)
        .map(time -> time.substring(0, 10))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                days ->
                    Stream.of(days.get(0), days.get(days.size() - 1))
                        .distinct()
                        .collect(Collectors.joining(" to "))));
  }
}
