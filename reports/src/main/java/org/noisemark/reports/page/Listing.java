package org.noisemark.reports.page;

import java.util.List;

/**
 * A table that the page shows as it is: a board of its own.
 *
 * @param id unique on the page, as in a URL
 * @param note what is listed, in a sentence or two
 * @param columns headings
 * @param rows a cell a column
 */
public record Listing(
    String id, String title, String note, List<Column> columns, List<List<String>> rows) {

  /**
   * @param numeric whether its cells are numbers, or empty
   */
  public record Column(String heading, String description, boolean numeric) {}

  public Listing {
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: %d cells under %d columns".formatted(id, row.size(), columns.size()));
      }
    }
  }
}
