package org.noisemark.suite.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

/**
 * The checkpoints of a run's folder, {@code cells/.<run_id>.checkpoint} for a cell in training.
 * Thread-safe for different cells.
 */
public final class Checkpoints {
  private final Optional<Path> directory;
  private final Duration every;
  private final Consumer<String> told;

  private Checkpoints(Optional<Path> directory, Duration every, Consumer<String> told) {
    this.directory = directory;
    this.every = every;
    this.told = told;
  }

  /**
   * @param directory of the suite
   * @param every time of training from one to the next; zero for after every block of steps
   * @param told in a line of each that is there and cannot be used
   */
  public static Checkpoints in(Path directory, Duration every, Consumer<String> told) {
    return new Checkpoints(Optional.of(directory), every, told);
  }

  /** Returns none: what is there is left alone. */
  public static Checkpoints none() {
    return new Checkpoints(Optional.empty(), Duration.ZERO, line -> {});
  }

  /**
   * Returns the checkpoint of a cell, if there is one that this program in this environment can go
   * on from to the same bits.
   */
  public Optional<Checkpoint> find(
      String runId, RunRecord.Environment environment, RunRecord.Program program) {
    var file = directory.map(each -> file(each, runId)).filter(Files::exists);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint found;
    try {
      found = CheckpointFile.read(file.get());
    } catch (IOException e) {
      return ignored(file.get(), "is damaged");
    }
    if (!found.state().runId().equals(runId)) {
      return ignored(file.get(), "is of another cell");
    }
    if (!found.state().program().equals(program)) {
      return ignored(file.get(), "was written by another version of noisemark");
    }
    if (!found.state().environment().equals(environment)) {
      return ignored(file.get(), "was written in another environment");
    }
    return Optional.of(found);
  }

  private Optional<Checkpoint> ignored(Path file, String why) {
    told.accept(file + " " + why + ": its cell is trained from the start");
    return Optional.empty();
  }

  /** Returns a clock that says when the next one of a cell is due. */
  public Due due() {
    return new Due(directory.isPresent(), every.toNanos());
  }

  /** Says when a checkpoint is due: a time after the last. Not thread-safe. */
  public static final class Due {
    private final boolean ever;
    private final long nanoseconds;
    private long last = System.nanoTime();

    private Due(boolean ever, long nanoseconds) {
      this.ever = ever;
      this.nanoseconds = nanoseconds;
    }

    /** Returns whether one is, and if so begins to wait for the next. */
    public boolean isDue() {
      long now = System.nanoTime();
      if (!ever || now - last < nanoseconds) {
        return false;
      }
      last = now;
      return true;
    }
  }

  /**
   * Writes a checkpoint in place of the cell's last one.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Checkpoint checkpoint) throws IOException {
    if (directory.isPresent()) {
      CheckpointFile.write(file(directory.get(), checkpoint.state().runId()), checkpoint);
    }
  }

  /** Removes the checkpoint of a cell whose record is in the directory of a suite. */
  public static void delete(Path directory, String runId) throws IOException {
    Files.deleteIfExists(file(directory, runId));
  }

  private static Path file(Path directory, String runId) {
    return RunRecords.file(directory, runId).resolveSibling("." + runId + ".checkpoint");
  }
}
