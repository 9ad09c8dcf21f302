package org.noisemark.reports.page.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.noisemark.reports.boards.History;
import org.noisemark.reports.boards.History.Commit;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.page.Document;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.text.ForPeople;

/** index.html of a history: style inside, no script, nothing fetched. */
public final class HistoryPage {
  private static final List<String> HOW_TO_READ =
      List.of(
          "Each point is the mean over seeds at one commit, with its 95 % interval; a failed run"
              + " counts as chance.",
          "A ring marks a step since the last commit that trained the same, paired by seed: of"
              + " accuracy and time where chance would show one in at most 5 % of commits (paired t"
              + " test, Holm's correction over all that is compared at a commit), of time only"
              + " beyond 5 % longer or shorter, of gradient evaluations any.",
          "Times are compared where the environment is the same. Even so a step of time may be the"
              + " machine's and not the commit's: noisemark gate --base trains both side by side.");

  private HistoryPage() {}

  public static byte[] html(History history) {
    Shown shown = Shown.of(history);
    Element main = Element.of("main").add(section("steps", "Steps", "", StepsTable.of(shown)));
    var sections = new ArrayList<String>(List.of("steps"));
    for (Measure measure : Measure.values()) {
      List<Element> blocks = blocks(shown, measure);
      if (!blocks.isEmpty()) {
        sections.add(measure.id());
        main.add(section(measure.id(), measure.title(), lead(measure), blocks));
      }
    }
    sections.add("commits");
    main.add(section("commits", "Commits", "", CommitsTable.of(shown)));
    return new Document(
            String.format(Locale.ROOT, "History of %s: noisemark", Run.suites(shown.runs())),
            String.format(
                Locale.ROOT,
                "Accuracy and cost over %d commits of noisemark.",
                shown.commits().size()),
            false,
            List.of())
        .html(Element.of("body").add(header(shown)).add(nav(sections)).add(main));
  }

  private static Element header(Shown shown) {
    int all = shown.history().commits().size();
    Element reading = Element.of("ol").style("reading");
    HOW_TO_READ.forEach(line -> reading.add(Element.of("li", line)));
    Element header =
        Element.of("header")
            .add(Element.of("p", "noisemark").style("brand"))
            .add(Element.of("h1", "History of " + Run.suites(shown.runs())))
            .add(Element.of("p", status(shown.history())).style("status"));
    if (shown.commits().size() < all) {
      header.add(
          Element.of(
                  "p",
                  String.format(
                      Locale.ROOT,
                      "Shown are the last %d; history.csv holds all.",
                      shown.commits().size()))
              .style("status"));
    }
    return header.add(downloads()).add(reading);
  }

  /** "3 commits, 2026-11-01 to 2026-11-20; 210 runs: 210 ok". */
  private static String status(History history) {
    List<Commit> commits = history.commits();
    List<Run> runs = commits.stream().flatMap(commit -> commit.runs().stream()).toList();
    List<String> days =
        Stream.of(commits.get(0), commits.get(commits.size() - 1))
            .map(Shown::day)
            .distinct()
            .toList();
    return String.format(
        Locale.ROOT,
        "%d %s, %s; %s",
        commits.size(),
        commits.size() == 1 ? "commit" : "commits",
        String.join(" to ", days),
        ForPeople.status(runs));
  }

  private static Element downloads() {
    Element line = Element.of("p").style("downloads").add(Element.of("span", "Download: "));
    for (String file : List.of("history.csv", "environments.csv", "datapackage.json")) {
      line.add(Element.of("a", file).with("href", file)).add(Element.of("span", " "));
    }
    return line;
  }

  private static Element nav(List<String> sections) {
    Element links = Element.of("ul");
    for (String id : sections) {
      String title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
      links.add(
          Element.of("li").add(Element.of("a", title.replace('-', ' ')).with("href", "#" + id)));
    }
    return Element.of("nav").with("aria-label", "Parts of this page").add(links);
  }

  private static String lead(Measure measure) {
    return switch (measure) {
      case ACCURACY -> "On clean test labels after the last epoch, one chart a noise.";
      case TIME -> "Seconds in training steps a run.";
      case GRADIENT_EVALUATIONS -> "Forward and backward passes over one mini-batch, a run.";
    };
  }

  private static List<Element> blocks(Shown shown, Measure measure) {
    var chart = new CommitChart(shown, measure);
    var blocks = new ArrayList<Element>();
    shown
        .tasks()
        .forEach(
            (setting, tasks) -> {
              List<Element> figures = figures(chart, tasks, measure.id() + "-" + blocks.size());
              if (!figures.isEmpty()) {
                blocks.add(
                    Element.of("div")
                        .style("block")
                        .add(Element.of("h3", Shown.title(setting)))
                        .add(shown.looks().legend(labels(shown, tasks)))
                        .add(Element.of("div").style("pairs").add(figures)));
              }
            });
    return blocks;
  }

  private static Stream<String> labels(Shown shown, Map<Task, List<Row>> tasks) {
    return tasks.values().stream().flatMap(List::stream).map(shown::label).distinct().sorted();
  }

  private static List<Element> figures(CommitChart chart, Map<Task, List<Row>> tasks, String id) {
    var figures = new ArrayList<Element>();
    tasks
        .values()
        .forEach(rows -> chart.figure(rows, id + "-" + figures.size()).ifPresent(figures::add));
    return figures;
  }

  private static Element section(String id, String title, String lead, List<Element> body) {
    Element section =
        Element.of("section")
            .with("id", id)
            .with("aria-labelledby", id + "-heading")
            .add(Element.of("h2", title).with("id", id + "-heading"));
    if (!lead.isEmpty()) {
      section.add(Element.of("p", lead).style("lead"));
    }
    return section.add(body);
  }
}
