package org.noisemark.suite.harness;

import java.io.IOException;
import org.noisemark.suite.training.CellRunner;

/**
 * Trains cells, wherever: on threads of this process ({@link ThreadExecutor}) or on other machines.
 * A cell is all that training it needs; as JSON it can be sent anywhere.
 */
public interface CellExecutor {
  /** Returns how many cells are trained side by side, as far as is known before they are. */
  int workers();

  /** Returns whether cells are trained in this process, on this machine's devices. */
  default boolean isHere() {
    return true;
  }

  /**
   * Trains what a queue gives until it gives no more, and hands each result back, in any order.
   *
   * @param runner trains in this process; an executor that trains elsewhere makes one there
   * @return whether an interrupt of this thread, or a signal to the process, has stopped it
   * @throws IOException if a record cannot be written; the other workers are stopped then
   */
  boolean execute(CellQueue queue, CellRunner runner) throws IOException;
}
