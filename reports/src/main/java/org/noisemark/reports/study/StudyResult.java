package org.noisemark.reports.study;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.catalogue.CataloguedFiles;

/**
 * A study that was run: what it measured, and what that says of its claims. Its files are a pure
 * function of this.
 *
 * @param name lower-case letters, digits and hyphens
 * @param form the extent in which it was run
 * @param axis what x is, in words
 * @param quantities all that are measured
 * @param judgements what became of each claim
 */
public record StudyResult(
    String name,
    String form,
    Description description,
    String axis,
    List<Quantity> quantities,
    List<Judgement> judgements,
    List<Figure> figures,
    Measurements measurements) {
  public StudyResult {
    quantities = List.copyOf(quantities);
    judgements = List.copyOf(judgements);
    figures = List.copyOf(figures);
  }

  /** Returns what becomes of all claims together. */
  public Outcome verdict() {
    return Outcome.of(judgements);
  }

  /** Returns the study's last line: "radius: undecided (1 of 3 claims confirmed)". */
  public String line() {
    long confirmed =
        judgements.stream().filter(each -> each.outcome() == Outcome.CONFIRMED).count();
    return String.format(
        Locale.ROOT,
        "%s: %s (%d of %d claims confirmed)",
        name,
        verdict().label(),
        confirmed,
        judgements.size());
  }

  /**
   * Writes measurements.csv, points.csv, verdicts.csv, study.md, index.html and datapackage.json,
   * each whole or not at all.
   *
   * @return the names of the files
   */
  public List<String> write(Path folder) throws IOException {
    var files = new CataloguedFiles(folder);
    var tables = new StudyTables(this);
    files.table(tables.measurements(), measurements.all().stream());
    files.table(tables.points(), Mean.of(measurements).stream());
    files.table(StudyTables.verdicts(), verdicts().stream());
    files.other("study", "study.md", "text/markdown", StudyText.markdown(this));
    files.other("page", "index.html", "text/html", StudyPage.html(this));
    return files.end(
        "noisemark-study-" + name, "noisemark study: " + name, description.title(), "1.0.0");
  }

  List<StudyTables.Verdict> verdicts() {
    return judgements.stream()
        .map(judgement -> new StudyTables.Verdict(name, form, judgement))
        .toList();
  }

  String unit(String quantity) {
    return quantities.stream()
        .filter(each -> each.name().equals(quantity))
        .map(Quantity::unit)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " measures no " + quantity));
  }

  String quantitiesText() {
    return quantities.stream()
        .map(each -> each.name() + " (" + each.unit() + "): " + each.description())
        .collect(joining("; "));
  }
}
