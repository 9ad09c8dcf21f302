package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch_cuda;

/**
 * A CUDA stream for each thread that computes on the GPU, so that no cell queues behind another.
 * What a thread allocates and launches is in its stream's order; what threads share must be
 * complete, by {@link #synchronize}, before it is shared or freed.
 */
@SuppressWarnings("try") // a scope works by being open
final class Streams {
  private static final ThreadLocal<Boolean> OWN = ThreadLocal.withInitial(Streams::fromPool);

  private Streams() {}

  /** To be called before a thread computes on the GPU. */
  static void prepare() {
    OWN.get();
  }

  private static boolean fromPool() {
    try (var scope = new PointerScope()) {
      torch_cuda.setCurrentCUDAStream(torch_cuda.getStreamFromPool());
      return true;
    }
  }

  /** Waits until the GPU has done all that this thread has asked of it. */
  static void synchronize() {
    prepare();
    try (var scope = new PointerScope()) {
      torch_cuda.getCurrentCUDAStream().synchronize();
    }
  }
}
