package org.noisemark.machine;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environment variables that set how many threads an engine uses and how they wait. */
public final class ThreadSettings {
  private static final List<String> VARIABLES =
      List.of(
          "GOMP_CPU_AFFINITY",
          "GOMP_SPINCOUNT",
          "KMP_AFFINITY",
          "KMP_BLOCKTIME",
          "MKL_NUM_THREADS",
          "OMP_DYNAMIC",
          "OMP_NUM_THREADS",
          "OMP_PROC_BIND",
          "OMP_WAIT_POLICY",
          "OPENBLAS_NUM_THREADS");

  private ThreadSettings() {}

  /** Returns those that an environment sets, by name. */
  public static SortedMap<String, String> of(Map<String, String> environment) {
    var settings = new TreeMap<String, String>();
    for (var variable : VARIABLES) {
      if (environment.containsKey(variable)) {
        settings.put(variable, environment.get(variable));
      }
    }
    return settings;
  }
}
