package org.noisemark.reports.page.further;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Setting;

/**
 * A column of a further board.
 *
 * @param numeric whether its cells are numbers, or empty
 */
record Column<R>(String heading, boolean numeric, Function<R, Cell> cell) {
  static <R> Column<R> text(String heading, Function<R, String> text) {
    return new Column<>(heading, false, text.andThen(Cell::text));
  }

  static <R> Column<R> number(String heading, Function<R, Cell> cell) {
    return new Column<>(heading, true, cell);
  }

  /** Columns behind the noise and, unless the page's head names the only ones, what was trained. */
  static <R> List<Column<R>> keyed(
      Shown shown, Function<R, Setting> setting, Function<R, String> noise, List<Column<R>> rest) {
    var columns = new ArrayList<Column<R>>();
    if (shown.boards().size() > 1) {
      columns.add(text("Data set", setting.andThen(Setting::dataset)));
      columns.add(text("Network", setting.andThen(Setting::network)));
    }
    columns.add(text("Noise", noise));
    columns.addAll(rest);
    return List.copyOf(columns);
  }

  /** A column of what people call the methods of all rows. */
  static <R> Column<R> optimizer(List<R> rows, Function<R, Method> method) {
    Map<Method, String> labels = Labels.of(rows.stream().map(method).distinct().toList());
    return text("Optimizer", method.andThen(labels::get));
  }
}
