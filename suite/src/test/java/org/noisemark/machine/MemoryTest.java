package org.noisemark.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int SIZE = 1 << 26;

  @Test
  void residentSetIsReadWhereTheKernelTells() {
    var peak = Memory.peakResidentBytes();
    assertEquals(Files.exists(Path.of("/proc/self/status")), peak.isPresent());
    peak.ifPresent(bytes -> assertTrue(bytes > 1L << 23 && bytes < 1L << 40, "peak " + bytes));
  }

  @Test
  void heapCountsWhatWasOnIt() {
    var held = new byte[SIZE];
    long peak = Memory.peakHeapBytes().getAsLong();
    assertTrue(peak >= held.length, "peak " + peak);
    held = null;
    System.gc();
    assertTrue(Memory.peakHeapBytes().getAsLong() >= peak, "a peak does not fall");
  }

  @Test
  void offHeapCountsNativeMemory() {
    var buffer = ByteBuffer.allocateDirect(SIZE);
    for (int i = 0; i < SIZE; i += 1024) {
      buffer.put(i, (byte) 1);
    }

    var offHeap = Memory.peakOffHeapBytes();

    if (Memory.peakResidentBytes().isPresent()) {
      long resident = Memory.peakResidentBytes().getAsLong();
      offHeap.ifPresent(bytes -> assertTrue(bytes <= resident));
      // The buffer and the live part of the heap are resident together.
      long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      assertTrue(resident >= SIZE + live, resident + " for " + live + " on the heap");
    } else {
      assertTrue(offHeap.isEmpty());
    }
    assertEquals(1, buffer.get(0));
  }
}
