package org.noisemark.reports.page.parts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.page.chart.Look;
import org.noisemark.reports.page.html.Element;

/** One look a method, the same on the whole page. */
public final class Looks {
  private final Map<String, Look> looks = new TreeMap<>();

  private Looks(Stream<String> labels) {
    labels.distinct().sorted().forEach(label -> looks.put(label, new Look(looks.size())));
  }

  static Looks of(List<Board> boards) {
    return new Looks(
        boards.stream()
            .flatMap(
                board ->
                    Stream.concat(
                        board.rows().stream().map(Board.Row::label),
                        board.costs().stream().map(Board.Costs::label))));
  }

  /**
   * @param labels of methods
   */
  public static Looks of(Collection<String> labels) {
    return new Looks(labels.stream());
  }

  /**
   * @param label of a method
   */
  public Look of(String label) {
    return looks.get(label);
  }

  /** The label behind its swatch. */
  public Element name(String label) {
    return Element.of("span").style("method").add(of(label).swatch()).text(label);
  }

  /** Methods, above their charts. */
  public Element legend(List<Board.Row> rows) {
    return legend(rows.stream().map(Board.Row::label));
  }

  /**
   * @param labels of methods
   */
  public Element legend(Stream<String> labels) {
    Element list = Element.of("ul").style("legend");
    labels.forEach(label -> list.add(Element.of("li").add(name(label))));
    return list;
  }
}
