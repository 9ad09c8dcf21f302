package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Loss;

/** The losses of a model's last passes, where they were computed: read all in one transfer. */
@SuppressWarnings("try") // a scope works by being open
final class Losses {
  private final Ownership ownership;
  private final Tensor ring;
  private final double[] read = new double[Loss.KEPT];
  private long added;
  private long readOf;

  Losses(Placement placement, Ownership ownership) {
    this.ownership = ownership;
    this.ring = ownership.keep(placement.zeros(Loss.KEPT));
  }

  /** Keeps a loss, of no dimension, without waiting for it. */
  Loss add(Tensor loss) {
    long number = added++;
    ring.select(0, number % Loss.KEPT).copy_(loss);
    return () -> value(number);
  }

  private double value(long number) {
    if (number < added - Loss.KEPT) {
      throw new IllegalStateException(
          "a loss was asked for after "
              + (added - number - 1)
              + " others, "
              + Loss.KEPT
              + " are kept");
    }
    if (number >= readOf) {
      ownership.requireOpen();
      readAll();
    }
    return read[(int) (number % Loss.KEPT)];
  }

  private void readAll() {
    try (var scope = new PointerScope()) {
      var memory = new DoublePointer(read.length);
      Placement.wrap(memory, ScalarType.Double, read.length).copy_(ring);
      memory.get(read);
      readOf = added;
    }
  }
}
