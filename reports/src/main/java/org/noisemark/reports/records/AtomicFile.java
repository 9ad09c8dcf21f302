package org.noisemark.reports.records;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.UUID;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * Writes a whole file or none: a reader sees the old bytes or the new ones, never half of either.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_LINKS = 40;

  private AtomicFile() {}

  /** What a file holds, written when it is asked for. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What was written. */
  public record Written(long bytes, String sha256) {}

  /** Returns what a file of these bytes would be. */
  public static Written measured(byte[] bytes) {
    return new Written(bytes.length, DigestUtils.sha256Hex(bytes));
  }

  /** Likewise of bytes that are there. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /**
   * Writes under a hidden temporary name in the same folder, which is made if absent, forces file
   * and folder to disk, renames. An interrupted write may leave a file {@code .NAME.*.tmp}. A
   * symbolic link is followed; what is there and no regular file, a device or a pipe, is written to
   * as it is.
   */
  public static Written write(Path named, Content content) throws IOException {
    Path file = target(named);
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      try (OutputStream out = Files.newOutputStream(file, WRITE)) {
        return written(out, content);
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) { // before Java 20, a link to one would be refused below
      Files.createDirectories(folder);
    }
    // Not by the number of the process: in containers each is the first, also after a kill.
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Written written;
    try {
      try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
        written = written(Channels.newOutputStream(channel), content);
        channel.force(true);
      }
      Files.move(temporary, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(folder);
    return written;
  }

  /**
   * Returns where a name leads: the end of a chain of symbolic links, whether it is there or not.
   */
  public static Path target(Path file) throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new IOException(file + ": is a symbolic link that leads nowhere");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static Written written(OutputStream to, Content content) throws IOException {
    var digest = DigestUtils.getSha256Digest();
    var counted = new CountingOutputStream(new DigestOutputStream(to, digest));
    var out = new BufferedOutputStream(counted, BUFFER);
    content.writeTo(out);
    out.flush();
    return new Written(counted.getByteCount(), Hex.encodeHexString(digest.digest()));
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (java.nio.file.AccessDeniedException windows) {
      // A folder cannot be opened there; the rename is in the journal all the same.
    }
  }
}
