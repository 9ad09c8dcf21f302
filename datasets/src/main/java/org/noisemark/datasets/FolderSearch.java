package org.noisemark.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.io.input.CloseShieldInputStream;

/** Finds a file of a data set in a folder by its SHA-256, whatever it is called and packed in. */
final class FolderSearch {
  private FolderSearch() {}

  /** Returns the first file, or part of an archive, that is the wanted one. */
  static Optional<Payload> find(Path directory, DataFile wanted) {
    for (var file : files(directory)) {
      try {
        var found = inside(file, wanted);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException | RuntimeException | NoClassDefFoundError e) {
        // what cannot be read or unpacked is not it; some ways of packing need other libraries
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Payload> inside(Path file, DataFile wanted) throws IOException {
    var payload = Payload.read(file.toString(), () -> Files.newInputStream(file), wanted);
    if (isIt(payload, wanted)) {
      return Optional.of(payload);
    }
    try (var in = Payload.unpacked(Files.newInputStream(file));
        ArchiveInputStream<?> archive = new ArchiveStreamFactory().createArchiveInputStream(in)) {
      for (ArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (!entry.isDirectory() && archive.canReadEntryData(entry)) {
          var part =
              Payload.read(
                  file + ", " + entry.getName(),
                  () -> CloseShieldInputStream.wrap(archive),
                  wanted);
          if (isIt(part, wanted)) {
            return Optional.of(part);
          }
        }
      }
    } catch (ArchiveException e) {
      // no archive
    }
    return Optional.empty();
  }

  private static boolean isIt(Payload payload, DataFile wanted) {
    return payload.bytes().length == wanted.bytes() && payload.sha256().equals(wanted.sha256());
  }
}
