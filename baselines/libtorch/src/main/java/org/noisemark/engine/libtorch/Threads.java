package org.noisemark.engine.libtorch;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Threads inside one operation: what OMP_NUM_THREADS says, else one. Two cells side by side, each
 * on one thread, are faster than one cell on two.
 */
final class Threads {
  private static final boolean SET = System.getenv("OMP_NUM_THREADS") == null;

  private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(Threads::initial);

  private Threads() {}

  /** To be called before a thread computes: OpenMP keeps its number of threads for each thread. */
  static void prepare() {
    PREPARED.get();
  }

  private static boolean initial() {
    if (SET) {
      torch.set_num_threads(1);
      openblas_nolapack.blas_set_num_threads(1);
    } else {
      torch.init_num_threads();
    }
    return true;
  }
}
