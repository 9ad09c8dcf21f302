package org.noisemark.reports.page;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.noisemark.reports.page.chart.Look;
import org.noisemark.reports.page.html.Element;

/** One look a method, the same on the whole page. */
final class Looks {
  private final Map<String, Look> looks = new TreeMap<>();

  Looks(PageContent content) {
    content.settings().stream()
        .flatMap(
            setting ->
                Stream.concat(
                    setting.entries().stream().map(Entry::method),
                    setting.costs().stream().map(CostEntry::method)))
        .distinct()
        .sorted()
        .forEach(method -> looks.put(method, new Look(looks.size())));
  }

  Look of(String method) {
    return looks.get(method);
  }

  /** The name behind its swatch. */
  Element name(String method) {
    return Element.of("span").style("method").add(of(method).swatch()).text(method);
  }

  /** The methods of a setting, above its charts. */
  Element legend(Setting setting) {
    Element list = Element.of("ul").style("legend");
    setting.methods().forEach(method -> list.add(Element.of("li").add(name(method))));
    return list;
  }
}
