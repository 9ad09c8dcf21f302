package org.noisemark.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.records.Nearest;

/** The studies by name. */
public final class Studies {
  private static final List<Study> ALL =
      List.of(
          new DecompositionStudy(),
          new PerturbationBatchStudy(),
          new RadiusStudy(),
          new EmaStudy(),
          new NoiseStudy(),
          new OnsetStudy(),
          new EscapeStudy(),
          new ValleyStudy(),
          new ParsimonyStudy(),
          new SharpnessStudy(),
          new ScaleStudy());

  private Studies() {}

  public static List<Study> all() {
    return ALL;
  }

  /** Returns each study's name and title. */
  public static Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    ALL.forEach(study -> titles.put(study.name(), study.description().title()));
    return titles;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Study named(String name) {
    List<String> names = ALL.stream().map(Study::name).toList();
    return ALL.stream()
        .filter(study -> study.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no study '"
                        + name
                        + "'"
                        + Nearest.hint(name, names)
                        + ", expected all or one of "
                        + names));
  }
}
