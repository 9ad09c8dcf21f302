package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noisemark.reports.page.html.Element;

/** A table of a setting: methods down, noises across. */
final class LevelMatrix {
  private LevelMatrix() {}

  /**
   * @param methods rows
   * @param levels columns
   * @param cell of a method that stands under a noise
   */
  static Element of(
      Shown shown,
      Setting setting,
      String caption,
      List<String> methods,
      List<PageContent.Level> levels,
      Function<Entry, Element> cell) {
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    levels.forEach(level -> head.add(shown.under(Grid.sortable(level.label(), true), level)));
    Element body = Element.of("tbody");
    for (String method : methods) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(method)));
      for (PageContent.Level level : levels) {
        row.add(shown.under(find(setting, method, level).map(cell).orElseGet(Grid::absent), level));
      }
      body.add(row);
    }
    Element table = Grid.table(caption).add(Element.of("thead").add(head)).add(body);
    return Grid.scrolling(caption + ": " + setting.title(), table);
  }

  static Optional<Entry> find(Setting setting, String method, PageContent.Level level) {
    return setting.entries().stream()
        .filter(entry -> entry.method().equals(method) && entry.level().equals(level))
        .findFirst();
  }
}
