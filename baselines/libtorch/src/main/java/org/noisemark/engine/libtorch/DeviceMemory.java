package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.global.torch_cuda;

/** What libtorch's allocator has handed out of the memory of the GPU in use. */
final class DeviceMemory {
  private static final byte GPU = 0;

  private DeviceMemory() {}

  /** Lets the peak start again at what is handed out now. */
  static void resetPeak() {
    torch_cuda.getAllocator().resetPeakStats(GPU);
  }

  /** Returns the most that was handed out at a time since the last reset. */
  static long peakBytes() {
    return torch_cuda.getAllocator().getDeviceStats(GPU).allocated_bytes().peak();
  }
}
