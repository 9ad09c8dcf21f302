package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.global.torch;

/**
 * The settings of libtorch that decide what a GPU computes. They hold for the whole process, so
 * models that need different ones cannot be open at the same time.
 */
final class CudaArithmetic {
  private static int open;
  private static boolean tf32;

  private CudaArithmetic() {}

  /**
   * Until {@link #release}, float32 is computed in float32, unless TF32 is asked for, and the same
   * inputs give the same bits.
   *
   * @throws IllegalStateException if a model is open that needs the opposite
   */
  static synchronized void require(Precision precision) {
    boolean wanted = precision == Precision.TF32;
    if (open > 0 && wanted != tf32) {
      throw new IllegalStateException(
          "a model "
              + (tf32 ? "in tf32" : "without tf32")
              + " is open on the GPU; one in "
              + precision.label()
              + " needs a process of its own");
    }
    tf32 = wanted;
    open++;
    var context = torch.globalContext();
    context.setAllowTF32CuBLAS(tf32);
    context.setAllowTF32CuDNN(tf32);
    context.setAllowBF16ReductionCuBLAS(false);
    context.setDeterministicCuDNN(true);
    context.setBenchmarkCuDNN(false);
  }

  /** Releases what one {@link #require} has claimed. */
  static synchronized void release() {
    open--;
  }
}
