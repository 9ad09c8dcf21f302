package org.noisemark.engine.libtorch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/** What is released with a model: native objects, whatever scope created them, and shares. */
final class Ownership implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private boolean closed;

  /** Takes an object out of the enclosing {@code PointerScope}. */
  <P extends Pointer> P keep(P pointer) {
    pointer.retainReference();
    atClose(pointer::releaseReference);
    return pointer;
  }

  /** Adds a release, to be run before all that are already there. */
  void atClose(Runnable release) {
    releases.push(release);
  }

  /** Throws {@code IllegalStateException} once this is closed. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  /** Runs all releases, once. */
  @Override
  public void close() {
    closed = true;
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
