package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.global.torch_cuda;
import org.noisemark.gpu.ThreadGpu;

/** The memory of the GPU in use that libtorch's allocator has allocated. */
final class DeviceMemory {
  private DeviceMemory() {}

  /** Resets the peak to what is allocated now. */
  static void resetPeak() {
    torch_cuda.getAllocator().resetPeakStats(gpu());
  }

  /** Returns the peak since the last reset, in bytes. */
  static long peakBytes() {
    return torch_cuda.getAllocator().getDeviceStats(gpu()).allocated_bytes().peak();
  }

  private static byte gpu() {
    return (byte) ThreadGpu.ordinal();
  }
}
