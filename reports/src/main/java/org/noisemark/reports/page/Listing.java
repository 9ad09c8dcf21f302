package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;

/**
 * A table that the page shows as it is: a board of its own.
 *
 * @param id unique on the page, as in a URL
 * @param note what is listed, in a sentence or two
 * @param rows may be none: then the note stands alone
 */
public record Listing(String id, String title, String note, List<Column> columns, List<Row> rows) {

  /**
   * @param numeric whether its cells are numbers, or empty
   */
  public record Column(String heading, boolean numeric) {
    public static Column text(String heading) {
      return new Column(heading, false);
    }

    public static Column number(String heading) {
      return new Column(heading, true);
    }
  }

  /**
   * @param dataset by which it is filtered, likewise the network, the engine and the noises; empty
   *     where it is of all of them
   * @param runs that it comes from, but for cells that say otherwise; empty where it comes from
   *     none of the page's
   * @param cells one a column
   */
  public record Row(
      String dataset,
      String network,
      String engine,
      List<PageContent.Level> levels,
      Optional<PageContent.Runs> runs,
      List<Cell> cells) {}

  public Listing {
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: %d cells under %d columns".formatted(id, row.cells().size(), columns.size()));
      }
    }
  }
}
