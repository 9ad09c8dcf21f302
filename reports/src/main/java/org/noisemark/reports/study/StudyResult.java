package org.noisemark.reports.study;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.noisemark.reports.catalogue.DataPackage;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.tables.Table;

/**
 * A study that was run: what it measured, and what that says of its claims. Its files are a pure
 * function of this.
 *
 * @param name lower-case letters, digits and hyphens
 * @param form the extent in which it was run
 * @param axis what x is, in words
 * @param quantities all that are measured
 */
public record StudyResult(
    String name,
    String form,
    Description description,
    String axis,
    List<Quantity> quantities,
    List<Claim> claims,
    List<Figure> figures,
    Measurements measurements) {
  public StudyResult {
    quantities = List.copyOf(quantities);
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
  }

  /** Returns what becomes of each claim, in their order. */
  public List<Judgement> judgements() {
    return claims.stream().map(claim -> claim.judge(measurements)).toList();
  }

  /** Returns what becomes of all claims together. */
  public Outcome verdict() {
    return Outcome.of(judgements());
  }

  /** Returns the study's last line: "radius: undecided (1 of 3 claims confirmed)". */
  public String line() {
    var judgements = judgements();
    long confirmed =
        judgements.stream().filter(each -> each.outcome() == Outcome.CONFIRMED).count();
    return String.format(
        Locale.ROOT,
        "%s: %s (%d of %d claims confirmed)",
        name,
        Outcome.of(judgements).label(),
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
    var contents = new DataPackage();
    var tables = new StudyTables(this);
    table(folder, contents, tables.measurements(), measurements.all());
    table(folder, contents, tables.points(), Mean.of(measurements));
    table(folder, contents, StudyTables.verdicts(), verdicts());
    file(folder, contents, "study", "study.md", "text/markdown", StudyText.markdown(this));
    file(folder, contents, "page", "index.html", "text/html", StudyPage.html(this));
    AtomicFile.write(
        folder.resolve("datapackage.json"),
        contents.json(
            "noisemark-study-" + name, "noisemark study: " + name, description.title(), "1.0.0"));
    return List.of(
        "measurements.csv",
        "points.csv",
        "verdicts.csv",
        "study.md",
        "index.html",
        "datapackage.json");
  }

  /** Returns the columns that tell the rows of a file apart; none for what is no table. */
  public List<String> primaryKey(String file) {
    var tables = new StudyTables(this);
    return Stream.<Table<?>>of(tables.measurements(), tables.points(), StudyTables.verdicts())
        .filter(table -> table.file().equals(file))
        .findFirst()
        .map(table -> table.primaryKey())
        .orElse(List.of());
  }

  List<StudyTables.Verdict> verdicts() {
    return judgements().stream()
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

  private static <R> void table(Path folder, DataPackage contents, Table<R> table, List<R> rows)
      throws IOException {
    contents.add(
        table,
        AtomicFile.write(folder.resolve(table.file()), out -> table.write(rows.stream(), out)));
  }

  private static void file(
      Path folder, DataPackage contents, String name, String file, String mediatype, byte[] bytes)
      throws IOException {
    AtomicFile.write(folder.resolve(file), bytes);
    contents.add(
        name,
        file,
        file.substring(file.lastIndexOf('.') + 1),
        mediatype,
        AtomicFile.measured(bytes));
  }
}
