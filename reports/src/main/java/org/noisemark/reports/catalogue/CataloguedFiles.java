package org.noisemark.reports.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.AtomicFile.Written;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.About;
import org.noisemark.reports.tables.Table;

/** Writes files into a folder one after the other, and in the end what describes them. */
public final class CataloguedFiles {
  private static final String PACKAGE = "datapackage.json";

  private final Path folder;
  private final DataPackage contents = new DataPackage();
  private final Croissant croissant = new Croissant();
  private final List<String> names = new ArrayList<>();

  public CataloguedFiles(Path folder) {
    this.folder = folder;
  }

  public <R> void table(Table<R> table, Stream<? extends R> rows) throws IOException {
    Written csv = write(table.file(), out -> table.write(rows, out));
    contents.add(table, csv);
    croissant.add(table, csv);
  }

  /** A table that these results have no row of. */
  public void without(Table<?> table) throws IOException {
    Files.deleteIfExists(folder.resolve(table.file()));
  }

  /** The run records, which stand there already. */
  public void records(Collection<RunRecord> records) {
    contents.add(records);
    croissant.addRecords();
  }

  public void other(String name, String file, String mediatype, byte[] bytes) throws IOException {
    Written written = write(file, out -> out.write(bytes));
    contents.add(name, file, extension(file), mediatype, written);
    croissant.add(file, mediatype, written);
  }

  /** A file of the user's that stands there already. */
  public void mention(String name, Path file, String mediatype) throws IOException {
    String path = file.getFileName().toString();
    Written written = AtomicFile.measured(Files.readAllBytes(file));
    contents.add(name, path, extension(path), mediatype, written);
    croissant.add(path, mediatype, written);
  }

  /**
   * Writes what describes results of runs, as Data Package and as Croissant.
   *
   * @return the names of all files that were written
   */
  public List<String> end(About about) throws IOException {
    byte[] described = croissant.json(about);
    Written written = write(Croissant.FILE, out -> out.write(described));
    contents.add("croissant", Croissant.FILE, "json", "application/ld+json", written);
    byte[] json = contents.json(about);
    write(PACKAGE, out -> out.write(json));
    return List.copyOf(names);
  }

  /** Likewise what describes anything else, as Data Package alone. */
  public List<String> end(String name, String title, String description, String version)
      throws IOException {
    byte[] json = contents.json(name, title, description, version);
    write(PACKAGE, out -> out.write(json));
    return List.copyOf(names);
  }

  private Written write(String file, AtomicFile.Content content) throws IOException {
    names.add(file);
    return AtomicFile.write(folder.resolve(file), content);
  }

  private static String extension(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }
}
