package org.noisemark.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.enums.MemoryKind;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays that are allocated and released together. The memory of ND4J's own arrays, closed or not,
 * is released by the garbage collector only, which rarely runs: the Java heap is nearly empty.
 */
final class Arena implements AutoCloseable {
  /** Above malloc's threshold for mmap: pages are mapped when touched and released at once. */
  private static final long CHUNK_BYTES = 64L << 20;

  private static final long ALIGNMENT = 64;

  private final DataType type;
  private final List<Pointer> chunks = new ArrayList<>();
  private long next;
  private long end;
  private boolean closed;

  Arena(DataType type) {
    this.type = type;
  }

  /** Returns a new vector of zeros. */
  INDArray zeros(long length) {
    requireOpen();
    if (!Host.isInMemory()) {
      return Nd4j.zeros(type, length);
    }
    return Nd4j.create(buffer(take(length * type.width()), length), new long[] {length});
  }

  /** Returns a new vector of one value. */
  INDArray filled(double value, long length) {
    return zeros(length).assign(value);
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  /** Returns bytes of zeros. */
  private Pointer take(long bytes) {
    if (next + bytes > end) {
      long size = Math.max(CHUNK_BYTES, bytes + ALIGNMENT);
      var chunk = Nd4j.getMemoryManager().allocate(size, MemoryKind.HOST, false);
      chunks.add(chunk);
      next = align(chunk.address());
      end = chunk.address() + size;
    }
    var taken = new Address(next);
    next = align(next + bytes);
    Pointer.memset(taken, 0, bytes);
    return taken;
  }

  private static long align(long address) {
    return (address + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private DataBuffer buffer(Pointer memory, long length) {
    var factory = Nd4j.getDataBufferFactory();
    if (type == DataType.DOUBLE) {
      var doubles = new DoublePointer(memory).capacity(length);
      return factory.create(doubles, type, length, DoubleIndexer.create(doubles));
    }
    var floats = new FloatPointer(memory).capacity(length);
    return factory.create(floats, type, length, FloatIndexer.create(floats));
  }

  @Override
  public void close() {
    closed = true;
    chunks.forEach(chunk -> Nd4j.getMemoryManager().release(chunk, MemoryKind.HOST));
    chunks.clear();
  }

  private static final class Address extends BytePointer {
    Address(long address) {
      this.address = address;
    }
  }
}
