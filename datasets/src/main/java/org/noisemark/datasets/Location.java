package org.noisemark.datasets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place where a data set's files may lie, each raw or as {@code .gz}. */
sealed interface Location {

  /** Whether the file, raw or packed, is here. */
  boolean has(DataFile file);

  /**
   * Reads the file, unpacked.
   *
   * @throws IOException in one line, if it is missing or damaged
   */
  Payload read(DataFile file) throws IOException;

  /** Returns the place as messages show it. */
  String text();

  /** A folder of the machine. */
  record Folder(Path directory) implements Location {
    @Override
    public boolean has(DataFile file) {
      return Files.exists(path(file));
    }

    @Override
    public Payload read(DataFile file) throws IOException {
      var path = path(file);
      if (!Files.isRegularFile(path)) {
        throw new FileNotFoundException(
            path
                + ": found no file, expected "
                + file.name()
                + (file.isPacked() ? "" : " or " + file.name() + ".gz"));
      }
      return Payload.read(path.toString(), () -> Files.newInputStream(path), file);
    }

    private Path path(DataFile file) {
      var raw = directory.resolve(file.name());
      return Files.exists(raw) ? raw : directory.resolve(file.packedName());
    }

    @Override
    public String text() {
      return directory.toString();
    }
  }

  /**
   * A folder that the user names: files are taken by their names, or else by their content, under
   * any name, packed by gzip, in a zip or in a tar archive.
   */
  final class Given implements Location {
    private final Path directory;
    private final Folder folder;
    private final Map<DataFile, Optional<Payload>> byContent = new HashMap<>();

    Given(Path directory) {
      this.directory = directory;
      this.folder = new Folder(directory);
    }

    /** Looks through the folder once for each file. */
    private Optional<Payload> found(DataFile file) {
      return byContent.computeIfAbsent(file, wanted -> FolderSearch.find(directory, wanted));
    }

    @Override
    public boolean has(DataFile file) {
      return folder.has(file) || found(file).isPresent();
    }

    @Override
    public Payload read(DataFile file) throws IOException {
      return folder.has(file) || found(file).isEmpty() ? folder.read(file) : found(file).get();
    }

    @Override
    public String text() {
      return folder.text();
    }
  }

  /** Resources that ship with this module, packed. */
  record Embedded(String folder) implements Location {
    @Override
    public boolean has(DataFile file) {
      return Embedded.class.getResource(resource(file.name())) != null;
    }

    @Override
    public Payload read(DataFile file) throws IOException {
      InputStream stream = Embedded.class.getResourceAsStream(resource(file.name()));
      if (stream == null) {
        throw new FileNotFoundException(
            "the program lacks its resource " + resource(file.name()) + ": build it again");
      }
      return Payload.read("embedded " + file.name() + ".gz", () -> stream, file);
    }

    private String resource(String file) {
      return folder + "/" + file + ".gz";
    }

    @Override
    public String text() {
      return "embedded";
    }
  }
}
