package org.noisemark.engine;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Computations in a native library, which the exit of the process waits for. The JVM runs the
 * destructors of native globals while its other threads go on; a oneDNN convolution that meets its
 * destroyed globals kills the process with SIGSEGV ({@code dnnl_primitive_execute}, seen after
 * SIGTERM and after {@code System.exit}, in a pass longer than the 0.3 s that the JVM waits).
 */
public final class NativeCalls {
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

  static {
    // Acquired once the last call has ended, and never released: no other begins.
    Runtime.getRuntime().addShutdownHook(new Thread(LOCK.writeLock()::lock, "native calls"));
  }

  /** A running computation. */
  @FunctionalInterface
  public interface Call extends AutoCloseable {
    @Override
    void close();
  }

  private NativeCalls() {}

  /**
   * Begins a computation of this thread; the thread itself must close it. Once the process is
   * ending, this waits until it has ended, or the thread is interrupted.
   *
   * @throws IllegalStateException if the thread is interrupted, and it stays so
   */
  public static Call begin() {
    try {
      LOCK.readLock().lockInterruptibly();
      return LOCK.readLock()::unlock;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a computation", e);
    }
  }
}
