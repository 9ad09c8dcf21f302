package org.noisemark.reports.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Setting;

/** What is shown, by data set, network, engine and noise; where there is no choice, no control. */
final class Filters {
  private Filters() {}

  static Element of(Shown shown) {
    Element form =
        Element.of("form")
            .with("id", "filters")
            .with("aria-label", "What is shown")
            .style("filters");
    add(form, "dataset", "Data set", values(shown, Setting::dataset));
    add(form, "network", "Network", values(shown, Setting::network));
    add(form, "engine", "Engine", values(shown, Shown::engine));
    List<NoiseLevel> levels = shown.levels();
    add(
        form,
        "noise",
        "Noise",
        IntStream.range(0, levels.size())
            .mapToObj(i -> new String[] {Integer.toString(i), levels.get(i).label()})
            .toList());
    return form.add(
        Element.of("output").with("id", "filtered").with("aria-live", "polite").style("filtered"));
  }

  private static List<String[]> values(Shown shown, Function<Setting, String> of) {
    return shown.boards().stream()
        .map(board -> of.apply(board.setting()))
        .distinct()
        .sorted()
        .map(value -> new String[] {value, value})
        .toList();
  }

  private static void add(Element form, String name, String label, List<String[]> options) {
    if (options.size() < 2) {
      return;
    }
    Element select = Element.of("select").with("name", name).with("id", "filter-" + name);
    select.add(Element.of("option", "all").with("value", ""));
    options.forEach(option -> select.add(Element.of("option", option[1]).with("value", option[0])));
    form.add(
        Element.of("div")
            .add(Element.of("label", label).with("for", "filter-" + name))
            .add(select));
  }
}
