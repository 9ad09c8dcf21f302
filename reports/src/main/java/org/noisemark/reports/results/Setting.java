package org.noisemark.reports.results;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunOrder;
import org.noisemark.reports.records.RunRecord;

/**
 * What methods must share before they are compared, but for the noise.
 *
 * @param engine that trains; what a program of the user's trained stands on the boards of the
 *     engine that trained the rest
 */
public record Setting(
    String suiteVersion,
    String dataset,
    String network,
    String suite,
    String engine,
    String device,
    String precision)
    implements Comparable<Setting> {
  private static final Comparator<Setting> ORDER =
      comparing(Setting::suiteVersion, RunOrder.BY_VERSION)
          .thenComparing(Setting::dataset)
          .thenComparing(Setting::network)
          .thenComparing(Setting::suite)
          .thenComparing(Setting::engine)
          .thenComparing(Setting::device)
          .thenComparing(Setting::precision);

  static Setting of(RunRecord record) {
    Cell cell = record.cell();
    return new Setting(
        cell.suite().version(),
        cell.dataset().label(),
        cell.network().label(),
        cell.suite().name(),
        cell.engine().board(),
        cell.engine().device(),
        cell.engine().precision());
  }

  /** The same on another data set. */
  public Setting onDataset(String dataset) {
    return new Setting(suiteVersion, dataset, network, suite, engine, device, precision);
  }

  @Override
  public int compareTo(Setting other) {
    return ORDER.compare(this, other);
  }
}
