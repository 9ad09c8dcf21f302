package org.noisemark.reports.page;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.text.ForPeople;

/** What was run, where and how to read it. */
final class Head {
  private static final int MOST_SEEDS = 40;

  private static final List<String> HOW_TO_READ =
      List.of(
          "Ranked is the test accuracy after the last epoch, as a mean over seeds. By the paired 95 %"
              + " interval, ≈ and shading mark what is at most 1 point below the best, and ? of what"
              + " so few seeds cannot tell.",
          "In italics, the best epoch's accuracy: an oracle that looks at the test labels, shown"
              + " and never ranked. A failed run counts as chance.",
          "Press a number to see its runs: seed, commit, machine and record.");

  private Head() {}

  static Element of(Shown shown, boolean published) {
    Element facts = Element.of("dl").style("facts");
    facts(shown)
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
        .add(Element.of("h1", Run.suites(shown.all())))
        .add(Element.of("p", ForPeople.status(shown.all())).style("status"))
        .add(shown.notes().stream().map(note -> Element.of("p", note).style("status")).toList())
        .add(facts)
        .add(Downloads.of(published))
        .add(reading);
  }

  private static Map<String, Collection<String>> facts(Shown shown) {
    var facts = new LinkedHashMap<String, Collection<String>>();
    facts.put("Data", distinct(shown, Setting::dataset));
    facts.put("Network", distinct(shown, Setting::network));
    facts.put("Engine", distinct(shown, Shown::engine));
    facts.put("Noise", shown.levels().stream().map(NoiseLevel::label).toList());
    facts.put("Optimizers", sorted(shown.runs().stream().map(run -> run.method().optimizer())));
    facts.put("Seeds", seeds(shown.all()));
    facts.put(
        "Machine",
        Run.environments(shown.all()).stream()
            .map(row -> brief(row.getValue()))
            .distinct()
            .toList());
    facts.put("Commit", sorted(shown.all().stream().map(Head::commit)));
    facts.put("Trained", days(shown.all()));
    return facts;
  }

  /** As git abbreviates it, with "-dirty" kept. */
  private static String commit(Run run) {
    String commit = run.record().program().gitCommit();
    return commit.isEmpty() ? "unknown" : commit.replaceFirst("^([0-9a-f]{10})[0-9a-f]*", "$1");
  }

  private static String brief(Environment machine) {
    return ForPeople.environment(machine).replaceFirst(";.*", "");
  }

  private static List<String> distinct(Shown shown, Function<Setting, String> of) {
    return sorted(shown.boards().stream().map(Board::setting).map(of));
  }

  private static List<String> sorted(Stream<String> names) {
    return names.distinct().sorted().toList();
  }

  /** Each, or of many how many there are. */
  private static List<String> seeds(List<Run> runs) {
    List<String> seeds =
        runs.stream()
            .map(run -> run.record().cell().seed())
            .distinct()
            .sorted()
            .map(seed -> Long.toString(seed))
            .toList();
    return seeds.size() <= MOST_SEEDS
        ? seeds
        : List.of(
            String.format(
                Locale.ROOT,
                "%d of them, %s to %s",
                seeds.size(),
                seeds.get(0),
                seeds.get(seeds.size() - 1)));
  }

  /** "2026-11-22 to 2026-11-23". */
  private static List<String> days(List<Run> runs) {
    List<String> days =
        sorted(runs.stream().map(run -> run.record().startedAt().toString().substring(0, 10)));
    return List.of(
        Stream.of(days.get(0), days.get(days.size() - 1)).distinct().collect(joining(" to ")));
  }
}
