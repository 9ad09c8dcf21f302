package org.noisemark.reports.page.history;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.noisemark.reports.boards.History.Commit;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.text.ForPeople;

/** The commits, the newest first, and the machines that trained them. */
final class CommitsTable {
  private CommitsTable() {}

  static List<Element> of(Shown shown) {
    Element head = Element.of("tr");
    List.of("Commit", "First run, UTC", "Runs", "Machine")
        .forEach(heading -> head.add(Element.of("th", heading).with("scope", "col")));
    Element body = Element.of("tbody");
    var newest = new ArrayList<>(shown.commits());
    Collections.reverse(newest);
    newest.forEach(commit -> body.add(line(commit)));
    Element machines = Element.of("dl").style("machines");
    Run.environments(shown.runs())
        .forEach(
            row ->
                machines
                    .add(Element.of("dt").add(Element.of("code", row.getKey())))
                    .add(Element.of("dd", ForPeople.environment(row.getValue()))));
    return List.of(
        Grid.scrolling(
            "Commits", Grid.table("The newest first").add(Element.of("thead").add(head)).add(body)),
        machines);
  }

  private static Element line(Commit commit) {
    return Element.of("tr")
        .add(Grid.row(Element.of("span").add(Element.of("code", commit.name()))))
        .add(Element.of("td", commit.start().toString().replace('T', ' ').replace("Z", "")))
        .add(Element.of("td", ForPeople.status(commit.runs()).replace(" runs:", ":")))
        .add(
            Element.of("td")
                .add(
                    Element.of(
                        "code",
                        commit.runs().stream()
                            .map(Run::environmentId)
                            .distinct()
                            .sorted()
                            .collect(joining(", ")))));
  }
}
