package org.noisemark.reports.records;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a whole file or none: a reader sees the old bytes or the new ones, never half of either.
 */
public final class AtomicFile {
  private static final AtomicLong WRITTEN = new AtomicLong();

  private AtomicFile() {}

  /**
   * Writes under a hidden temporary name in the same folder, which is made if absent, forces file
   * and folder to disk, renames. An interrupted write may leave a file {@code .NAME.*.tmp}.
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) { // before Java 20, a link to one would be refused below
      Files.createDirectories(folder);
    }
    String unique = ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet();
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(temporary, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(folder);
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (java.nio.file.AccessDeniedException windows) {
      // A folder cannot be opened there; the rename is in the journal all the same.
    }
  }
}
