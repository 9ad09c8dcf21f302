package org.noisemark.machine;

import static java.util.stream.Collectors.toSet;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The most memory that this process has held since it started: the whole process, not one of its
 * workers, and not one run where it has had several.
 */
public final class Memory {
  private static final Path SELF_STATUS = Path.of("/proc/self/status");

  private Memory() {}

  /**
   * Returns the largest resident set, native memory included, in bytes; empty where the kernel does
   * not tell (it is Linux's VmHWM).
   */
  public static OptionalLong peakResidentBytes() {
    return ProcFile.kilobytes(SELF_STATUS, "VmHWM");
  }

  /** Likewise of another process; empty also if it has ended. */
  public static OptionalLong peakResidentBytes(long processId) {
    return ProcFile.kilobytes(Path.of("/proc", Long.toString(processId), "status"), "VmHWM");
  }

  /**
   * Returns the sum over the JVM's heap pools of the most that each has held, in bytes. They may
   * have been full at different times, so it is an upper bound of what the heap held at once. Empty
   * where the JVM has no such pool.
   */
  public static OptionalLong peakHeapBytes() {
    var pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getPeakUsage() != null)
            .toList();
    return pools.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  /**
   * Returns what the heap's pools held right after the latest collection, in bytes: what was live,
   * and what only a full collection would have found dead. Empty before the first collection, or
   * where the JVM does not tell.
   */
  public static OptionalLong liveHeapBytes() {
    Set<String> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(toSet());
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(
            latest ->
                OptionalLong.of(
                    latest.getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum()))
        .orElse(OptionalLong.empty());
  }

  /**
   * Returns the largest resident set less the peak of the heap, in bytes: what native allocators
   * and the JVM itself (code, classes, threads) held beside the heap. At least that, because the
   * heap's peak is an upper bound. Empty where either is, or the heap's bound is the larger.
   */
  public static OptionalLong peakOffHeapBytes() {
    var resident = peakResidentBytes();
    var heap = peakHeapBytes();
    return resident.isEmpty() || heap.isEmpty() || resident.getAsLong() < heap.getAsLong()
        ? OptionalLong.empty()
        : OptionalLong.of(resident.getAsLong() - heap.getAsLong());
  }
}
