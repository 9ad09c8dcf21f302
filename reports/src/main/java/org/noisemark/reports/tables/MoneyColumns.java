package org.noisemark.reports.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noisemark.reports.results.Prices;

/** What says which prices an amount of money is of; empty without a price file. */
final class MoneyColumns {
  private MoneyColumns() {}

  static <R> List<Column<R>> of(Function<R, Optional<Prices>> prices) {
    return List.of(
        Column.string(
            "money_currency",
            "Currency of money_total, ISO 4217",
            row -> prices.apply(row).map(Prices::currency)),
        Column.string(
            "price_date",
            "Day from which the prices of prices.json are",
            row -> prices.apply(row).map(Prices::date)));
  }
}
