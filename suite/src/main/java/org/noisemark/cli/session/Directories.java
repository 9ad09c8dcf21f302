package org.noisemark.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.noisemark.reports.records.AtomicFile;

/** Checks of what is to be written before hours of work go into them. */
public final class Directories {
  private Directories() {}

  /**
   * Refuses what cannot be, or become, a folder to write into. Makes nothing.
   *
   * @throws IOException in one line that names the folder or the parent that stands in the way
   */
  public static void requireWritable(Path directory) throws IOException {
    var existing = directory.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new IOException(directory + ": cannot be a folder, because " + existing + " is a file");
    }
    if (!Files.isWritable(existing)) {
      throw new IOException(directory + ": no permission to write in " + existing);
    }
  }

  /**
   * Refuses what cannot be, or become, a file to write. Makes nothing.
   *
   * @throws IOException in one line that names the file or what stands in the way
   */
  public static void requireWritableFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder, expected a file's name");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new IOException(file + ": no permission to write");
    }
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    if (!special) { // a device or a pipe is written to as it is
      requireWritable(AtomicFile.target(file).toAbsolutePath().getParent());
    }
  }
}
