package org.noisemark.suite.definition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.records.Cell;

/**
 * A network of a suite.
 *
 * @param name in the registry of networks
 * @param hyperparameters all of them, by name
 */
public record NetworkSetting(String name, SortedMap<String, Object> hyperparameters) {
  public NetworkSetting {
    hyperparameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperparameters));
  }

  /** Returns the network as cells have it. */
  public Cell.Network network() {
    return new Cell.Network(name, hyperparameters.isEmpty() ? null : hyperparameters);
  }

  @Override
  public String toString() {
    return network().label();
  }
}
