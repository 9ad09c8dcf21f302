package org.noisemark.suite;

import java.util.List;
import java.util.OptionalInt;
import org.noisemark.engine.Device;

/**
 * The cells of a suite in the order in which they are trained: seed by seed, so that a plan stopped
 * half-way has compared all optimizers on its first seeds.
 */
public record Plan(Suite suite, List<Cell> cells) {
  public Plan {
    cells = List.copyOf(cells);
  }

  /**
   * Returns the plan of a suite.
   *
   * @param seeds the number of seeds, in place of the suite's: its first ones, or more counted on
   *     from its last
   */
  public static Plan of(Suite suite, String engine, Device device, OptionalInt seeds) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Returns every {@code count}-th cell, from the {@code index}-th on.
   *
   * @param index 1 to {@code count}
   * @throws IllegalArgumentException if the index is outside
   */
  public Plan shard(int index, int count) {
    throw new UnsupportedOperationException("follows");
  }
}
