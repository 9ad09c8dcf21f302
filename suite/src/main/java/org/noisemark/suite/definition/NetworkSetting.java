package org.noisemark.suite.definition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
