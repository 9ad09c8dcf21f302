package org.noisemark.reports.page;

import java.util.List;
import java.util.Locale;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.text.ForPeople;

/** Where the runs were trained, and those that failed. */
final class MachinesSection implements Section {
  private static final int MOST_FAILURES = 200;

  @Override
  public String id() {
    return "machines";
  }

  @Override
  public String title() {
    return "Machines and failed runs";
  }

  @Override
  public String lead(Shown shown) {
    return "Accuracies are a function of the commit and the seeds; times and energy are of the"
        + " machine as well. A failed run keeps its place and counts as chance.";
  }

  @Override
  public List<Element> body(Shown shown) {
    Element machines = Element.of("dl").style("machines");
    Run.environments(shown.all())
        .forEach(
            row ->
                machines
                    .add(Element.of("dt").add(Element.of("code", row.getKey())))
                    .add(Element.of("dd", ForPeople.environment(row.getValue()))));
    ForPeople.programs(shown.all())
        .forEach(
            program -> machines.add(Element.of("dt", "program")).add(Element.of("dd", program)));
    List<String> failures = ForPeople.failures(shown.all());
    if (failures.isEmpty()) {
      return List.of(machines, Element.of("p", "No run failed."));
    }
    Element list = Element.of("ul").style("failures");
    failures.stream().limit(MOST_FAILURES).forEach(failure -> list.add(Element.of("li", failure)));
    if (failures.size() > MOST_FAILURES) {
      list.add(
          Element.of(
              "li",
              String.format(
                  Locale.ROOT, "and %d more, see runs.csv", failures.size() - MOST_FAILURES)));
    }
    return List.of(machines, Element.of("h3", "Failed runs"), list);
  }
}
