package org.noisemark.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.AtomicFile.Written;
import org.noisemark.reports.tables.DataPackage;
import org.noisemark.reports.tables.Table;

/** Writes files into a folder one after the other, and a data package that lists them. */
final class DerivedFiles {
  private static final String PACKAGE = "datapackage.json";

  private final Path folder;
  private final DataPackage contents = new DataPackage();
  private final List<String> names = new ArrayList<>();

  DerivedFiles(Path folder) {
    this.folder = folder;
  }

  <R> void table(Table<R> table, Stream<? extends R> rows) throws IOException {
    contents.add(table, write(table.file(), out -> table.write(rows, out)));
  }

  void other(String name, String file, String mediatype, byte[] bytes) throws IOException {
    Written written = write(file, out -> out.write(bytes));
    contents.add(name, file, extension(file), mediatype, written);
  }

  /** A file of the user's that stands there already. */
  void mention(String name, Path file, String mediatype) throws IOException {
    String path = file.getFileName().toString();
    Written written = AtomicFile.measured(Files.readAllBytes(file));
    contents.add(name, path, extension(path), mediatype, written);
  }

  /** Writes the data package and returns the names of all files that were written. */
  List<String> end(String suiteVersion) throws IOException {
    byte[] json = contents.json(suiteVersion);
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
