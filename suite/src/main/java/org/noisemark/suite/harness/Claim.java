package org.noisemark.suite.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.noisemark.reports.records.RunRecords;

/**
 * The right to train a cell, which one of several runs in a folder has: a lock on the file {@code
 * cells/.<run_id>.claim}, which the system gives back when its process ends, however it does. Where
 * the file system has no locks, everybody has it.
 */
final class Claim {
  private final Path file;
  private final FileChannel channel;

  private Claim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Claims a cell.
   *
   * @return empty if another run has it
   * @throws IOException if the file cannot be made
   * @throws InterruptedException if the thread was interrupted
   */
  static Optional<Claim> of(Path directory, String runId) throws IOException, InterruptedException {
    Path record = RunRecords.file(directory, runId);
    Path file = record.resolveSibling("." + runId + ".claim");
    Files.createDirectories(file.getParent());
    var channel = FileChannel.open(file, CREATE, WRITE);
    if (isLocked(channel)) {
      return Optional.of(new Claim(file, channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) throws InterruptedException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException another) {
      return false; // of this process
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("stopped");
    } catch (IOException e) {
      return true; // no locks here
    }
  }

  /** Gives it back. */
  void release() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
