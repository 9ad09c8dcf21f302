package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/** Native objects that live as long as a model, whatever scope they were made in. */
final class Ownership implements AutoCloseable {
  private final List<Pointer> owned = new ArrayList<>();

  /** Takes an object out of the enclosing {@code PointerScope}. */
  <P extends Pointer> P keep(P pointer) {
    pointer.retainReference();
    owned.add(pointer);
    return pointer;
  }

  @Override
  public void close() {
    owned.forEach(Pointer::releaseReference);
    owned.clear();
  }
}
