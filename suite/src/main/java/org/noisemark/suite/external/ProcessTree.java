package org.noisemark.suite.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.noisemark.machine.Memory;

/**
 * A process with all that it has started. Those whose parent has ended belong to nobody, so each is
 * looked for by a mark in its environment, too, where the system shows that (Linux's /proc).
 */
final class ProcessTree {
  /** The variable of the environment that holds the mark. */
  static final String VARIABLE = "NOISEMARK_TRAINER";

  private final ProcessHandle root;
  private final byte[] mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private long peak;

  /**
   * @param mark value of {@link #VARIABLE}, which no other process has
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = (VARIABLE + "=" + mark).getBytes(StandardCharsets.UTF_8);
    seen.add(root);
  }

  /** Takes down who is there and how much memory each has held; to be called now and then. */
  void look() {
    root.descendants().forEach(seen::add);
    long sum =
        seen.stream()
            .filter(ProcessHandle::isAlive)
            .map(process -> Memory.peakResidentBytes(process.pid()))
            .mapToLong(bytes -> bytes.orElse(0))
            .sum();
    peak = Math.max(peak, sum);
  }

  /**
   * Returns the most, in bytes, that the peaks of those that ran together have come to; empty where
   * the system does not tell.
   */
  OptionalLong peakResidentBytes() {
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  /** Ends all of them, and waits for nobody. */
  void kill() {
    // The root first: it could start others meanwhile.
    root.descendants().forEach(seen::add);
    seen.forEach(ProcessHandle::destroyForcibly);
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(this::isMarked).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc", process.pid() + "", "environ"));
      return contains(environment, mark);
    } catch (IOException | RuntimeException e) {
      return false; // another user's, or gone
    }
  }

  private static boolean contains(byte[] text, byte[] part) {
    for (int from = 0; from + part.length <= text.length; from++) {
      int same = 0;
      while (same < part.length && text[from + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return true;
      }
    }
    return false;
  }
}
