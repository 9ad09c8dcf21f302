package org.noisemark.engine.libtorch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/** What lives as long as a model: native objects, whatever scope they were made in, and shares. */
final class Ownership implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private boolean closed;

  /** Takes an object out of the enclosing {@code PointerScope}. */
  <P extends Pointer> P keep(P pointer) {
    pointer.retainReference();
    atClose(pointer::releaseReference);
    return pointer;
  }

  /** Adds something to be done at the end, before all that was added earlier. */
  void atClose(Runnable release) {
    releases.push(release);
  }

  /** Refuses to go on with what has been released. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  /** Does it all, once. */
  @Override
  public void close() {
    closed = true;
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
