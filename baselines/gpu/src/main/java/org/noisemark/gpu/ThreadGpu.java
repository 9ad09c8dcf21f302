package org.noisemark.gpu;

/** Which of the GPUs that a process sees a thread computes on: the first, where none is chosen. */
public final class ThreadGpu {
  private static final ThreadLocal<Integer> ORDINAL = ThreadLocal.withInitial(() -> 0);

  private ThreadGpu() {}

  /** Returns its number among those that {@link Gpus#seen()} names, as CUDA counts them. */
  public static int ordinal() {
    return ORDINAL.get();
  }

  /**
   * Chooses for the calling thread what it builds from now on; models stay where they are.
   *
   * @param ordinal from 0
   */
  public static void choose(int ordinal) {
    ORDINAL.set(ordinal);
  }
}
