package org.noisemark.suite.audit;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.noisemark.plugin.Plugins;
import org.noisemark.plugin.Plugins.Plugin;
import org.noisemark.reports.records.RunRecord;

/** The plug-ins that a run was trained with, beside those in use. */
final class RecordedPlugins {
  private RecordedPlugins() {}

  /** Returns in a line which plug-in of a run is not in use; empty if all are. */
  static Optional<String> missing(RunRecord record) {
    Map<String, String> used = used();
    return record.environment().plugins().entrySet().stream()
        .filter(plugin -> !used.containsKey(plugin.getKey()))
        .map(
            plugin ->
                "the plug-in "
                    + plugin.getKey()
                    + " with the SHA-256 "
                    + plugin.getValue()
                    + " is not in use: add --plugin "
                    + plugin.getKey())
        .findFirst();
  }

  /** Returns in a line which plug-in of a run is another one than the one in use. */
  static Optional<String> changed(RunRecord record) {
    Map<String, String> used = used();
    return record.environment().plugins().entrySet().stream()
        .filter(
            plugin ->
                !used.getOrDefault(plugin.getKey(), plugin.getValue()).equals(plugin.getValue()))
        .map(
            plugin ->
                "it was trained with a plug-in "
                    + plugin.getKey()
                    + " of the SHA-256 "
                    + plugin.getValue()
                    + ", the one in use has "
                    + used.get(plugin.getKey()))
        .findFirst();
  }

  private static Map<String, String> used() {
    return Plugins.all().stream()
        .collect(Collectors.toMap(Plugin::file, Plugin::sha256, (first, second) -> second));
  }
}
