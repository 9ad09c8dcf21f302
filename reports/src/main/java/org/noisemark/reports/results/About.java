package org.noisemark.reports.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What catalogues of data ask of a set of results.
 *
 * @param name of letters, digits and hyphens
 * @param description one sentence
 * @param version of the suite, the newest
 * @param created when the newest run began, ISO 8601 in UTC
 * @param datasets what was trained on, by name
 */
public record About(
    String name, String description, String version, String created, List<String> datasets) {
  /** Who made the benchmark, as its BibTeX entry says. */
  public static final String AUTHORS = "The noisemark authors";

  /** By its SPDX identifier. */
  public static final String LICENCE = "Apache-2.0";

  public static final String LICENCE_URL = "https://www.apache.org/licenses/LICENSE-2.0";

  public static final List<String> KEYWORDS =
      List.of("label noise", "sharpness-aware minimization", "robustness", "benchmark");

  public static About of(List<Run> runs) {
    return new About(
        "noisemark-"
            + String.join("-", distinct(runs, run -> run.setting().suite()))
                .replaceAll("[^A-Za-z0-9]+", "-"),
        String.format(
            Locale.ROOT,
            "Test accuracy and cost of %s under label noise: %s, %d runs.",
            String.join(", ", distinct(runs, run -> run.method().optimizer())),
            Run.suites(runs),
            runs.size()),
        runs.get(runs.size() - 1).setting().suiteVersion(),
        runs.stream()
            .map(run -> run.record().startedAt())
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .toString(),
        distinct(runs, run -> run.setting().dataset()));
  }

  /** The day of {@link #created}. */
  public String day() {
    return created.substring(0, "2026-01-01".length());
  }

  private static List<String> distinct(List<Run> runs, Function<Run, String> of) {
    return runs.stream().map(of).distinct().sorted().toList();
  }
}
