package org.noisemark.engine.libtorch;

import java.util.HashMap;
import java.util.Map;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.gpu.ThreadGpu;

/** One copy of a data set's images on a GPU for all models that are open there, in every thread. */
final class SharedExamples {
  private record Key(Images images, Normalization normalization, Placement placement, int gpu) {}

  private static final class Entry {
    private final Ownership ownership = new Ownership();
    private final DeviceExamples examples;
    private int users;

    private Entry(Key key) {
      examples = new DeviceExamples(key.images, key.normalization, key.placement, ownership);
      key.placement.synchronize(); // other threads read it from streams of their own
    }
  }

  private static final Map<Key, Entry> ENTRIES = new HashMap<>();

  private SharedExamples() {}

  /**
   * Returns the images on the device, copied there unless an open model has done so. They are
   * released with the last user; each must have waited for its own computations before.
   */
  static synchronized DeviceExamples of(
      Images images, Normalization normalization, Placement placement, Ownership user) {
    var key = new Key(images, normalization, placement, ThreadGpu.ordinal());
    var entry = ENTRIES.computeIfAbsent(key, Entry::new);
    entry.users++;
    user.atClose(() -> release(key));
    return entry.examples;
  }

  private static synchronized void release(Key key) {
    var entry = ENTRIES.get(key);
    entry.users--;
    if (entry.users == 0) {
      ENTRIES.remove(key);
      entry.ownership.close();
    }
  }
}
