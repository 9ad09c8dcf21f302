package org.noisemark.engine.dl4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The arrays between layers, allocated once for the largest batch. Smaller batches use the front of
 * the same arrays: a network asks for its arrays in the same order whatever the batch.
 */
final class Memory implements AutoCloseable {
  private record Constant(double value, long length) {}

  private final Arena arena;
  private final int capacity;
  private final List<INDArray> roots = new ArrayList<>();

  /**
   * @param capacity rows of the largest batch
   */
  Memory(DataType type, int capacity) {
    this.arena = new Arena(type);
    this.capacity = capacity;
  }

  int capacity() {
    return capacity;
  }

  @Override
  public void close() {
    arena.close();
  }

  /** Hands out arrays for one number of rows. */
  final class Allocator {
    private final int rows;
    private final Map<Long, Deque<INDArray>> free = new HashMap<>();
    private final Map<Constant, INDArray> constants = new HashMap<>();
    private int next;

    private Allocator(int rows) {
      this.rows = rows;
    }

    int rows() {
      return rows;
    }

    /** Returns an array [rows, shape...] that is not in use, of zeros when it is new. */
    INDArray take(long... shape) {
      long size = 1;
      for (long side : shape) {
        size *= side;
      }
      var returned = free.get(size);
      var array = returned == null || returned.isEmpty() ? front(size) : returned.pop();
      var full = new long[shape.length + 1];
      full[0] = rows;
      System.arraycopy(shape, 0, full, 1, shape.length);
      return Views.shaped(array, full);
    }

    /** Takes an array back; calls that are bound later, and so run later, may use it. */
    void give(INDArray array) {
      free.computeIfAbsent(array.length() / rows, size -> new ArrayDeque<>())
          .push(Views.shaped(array, array.length()));
    }

    /** Returns a row of n times the same value, never to be written. */
    INDArray constant(double value, long n) {
      return constants.computeIfAbsent(new Constant(value, n), c -> arena.filled(value, n));
    }

    /** Returns a row of n zeros of its own, n independent of the number of rows. */
    INDArray vector(long n) {
      return arena.zeros(n);
    }

    private INDArray front(long size) {
      if (next == roots.size()) {
        roots.add(arena.zeros(capacity * size));
      }
      return roots.get(next++).get(NDArrayIndex.interval(0, rows * size));
    }
  }

  /** Returns a new allocator for a number of rows. */
  Allocator allocator(int rows) {
    return new Allocator(rows);
  }
}
