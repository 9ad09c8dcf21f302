package org.noisemark.suite.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;

/** Where and with what two runs were trained, side by side. */
final class Circumstances {
  /** What changes no result: how much memory there is, and how many runs share the machine. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("memory_bytes", "workers", "jvm_flags");

  private Circumstances() {}

  static List<Compared> compared(RunRecord a, RunRecord b) {
    var compared = new ArrayList<Compared>();
    var one = a.cell().engine();
    var two = b.cell().engine();
    compared.add(new Compared("engine", one.name(), two.name()));
    compared.add(new Compared("device", one.device(), two.device()));
    compared.add(new Compared("precision", one.precision(), two.precision()));
    compare(compared, Json.fields(a.environment()), Json.fields(b.environment()));
    compared.add(new Compared("noisemark_version", a.program().version(), b.program().version()));
    compared.add(new Compared("git_commit", a.program().gitCommit(), b.program().gitCommit()));
    return compared;
  }

  private static void compare(
      List<Compared> compared, SortedMap<String, Object> a, SortedMap<String, Object> b) {
    a.forEach((name, value) -> compared.add(new Compared(name, value, b.get(name))));
  }

  /** Whether a circumstance that differs can change the last bits of what is computed. */
  static boolean mayRoundOtherwise(Compared circumstance) {
    return !circumstance.same() && !WITHOUT_EFFECT.contains(circumstance.what());
  }
}
