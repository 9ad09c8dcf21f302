package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch_cuda;
import org.noisemark.gpu.ThreadGpu;

/**
 * A CUDA stream for each thread that computes on a GPU, its own ({@link ThreadGpu}), so that no
 * cell queues behind another. What a thread allocates and launches is in its stream's order; what
 * threads share must be complete, by {@link #synchronize}, before it is shared or freed.
 */
@SuppressWarnings("try") // a scope works by being open
final class Streams {
  /** The GPU on which a thread has a stream; negative for none. */
  private static final ThreadLocal<Integer> OWN = ThreadLocal.withInitial(() -> -1);

  private Streams() {}

  /** To be called before a thread computes on the GPU. */
  static void prepare() {
    int gpu = ThreadGpu.ordinal();
    if (OWN.get() == gpu) {
      return;
    }
    torch_cuda.set_device((byte) gpu);
    try (var scope = new PointerScope()) {
      torch_cuda.setCurrentCUDAStream(torch_cuda.getStreamFromPool());
    }
    OWN.set(gpu);
  }

  /** Waits until the GPU has done all that this thread has asked of it. */
  static void synchronize() {
    prepare();
    try (var scope = new PointerScope()) {
      torch_cuda.getCurrentCUDAStream().synchronize();
    }
  }
}
