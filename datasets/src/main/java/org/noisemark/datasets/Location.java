package org.noisemark.datasets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place where a data set's files may lie, each raw or as {@code .gz}. */
sealed interface Location {

  /** Whether the file, raw or packed, is here. */
  boolean has(String file);

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
    public boolean has(String file) {
      return Files.exists(path(file));
    }

    @Override
    public Payload read(DataFile file) throws IOException {
      var path = path(file.name());
      if (!Files.isRegularFile(path)) {
        throw new FileNotFoundException(
            path + ": found no file, expected " + file.name() + " or " + file.name() + ".gz");
      }
      return Payload.read(path.toString(), () -> Files.newInputStream(path), file.bytes());
    }

    private Path path(String file) {
      var raw = directory.resolve(file);
      return Files.exists(raw) ? raw : directory.resolve(file + ".gz");
    }

    @Override
    public String text() {
      return directory.toString();
    }
  }

  /** Resources that ship with this module, packed. */
  record Embedded(String folder) implements Location {
    @Override
    public boolean has(String file) {
      return Embedded.class.getResource(resource(file)) != null;
    }

    @Override
    public Payload read(DataFile file) throws IOException {
      InputStream stream = Embedded.class.getResourceAsStream(resource(file.name()));
      if (stream == null) {
        throw new FileNotFoundException(
            "the program lacks its resource " + resource(file.name()) + ": build it again");
      }
      return Payload.read("embedded " + file.name() + ".gz", () -> stream, file.bytes());
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
