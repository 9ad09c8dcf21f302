package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.global.torch_cuda;

/** The memory of the GPU in use that libtorch's allocator has allocated. */
final class DeviceMemory {
  private static final byte GPU = 0;

  private DeviceMemory() {}

  /** Resets the peak to what is allocated now. */
  static void resetPeak() {
    torch_cuda.getAllocator().resetPeakStats(GPU);
  }

  /** Returns the peak since the last reset, in bytes. */
  static long peakBytes() {
    return torch_cuda.getAllocator().getDeviceStats(GPU).allocated_bytes().peak();
  }
}
