package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Files damaged at random, given to a reader. It must read them or say in one line what is wrong,
 * soon and without much memory. The inputs are the same at every call; {@code
 * -Dnoisemark.fuzz=100000} tries more.
 */
public final class Mutations {
  private static final int COUNT = Integer.getInteger("noisemark.fuzz", 1000);
  private static final long MOST_NANOS = 5_000_000_000L;

  /** What is put in: numbers at the edges, and what formats give a meaning. */
  private static final List<byte[]> PIECES =
      List.of(
          new byte[] {0},
          new byte[] {-1, -1, -1, -1},
          new byte[] {0x7F, -1, -1, -1},
          new byte[] {0, 0, 0, 0},
          new byte[] {(byte) 0x80, 0, 0, 0},
          "\"".getBytes(StandardCharsets.US_ASCII),
          ",".getBytes(StandardCharsets.US_ASCII),
          "\n".getBytes(StandardCharsets.US_ASCII),
          "../".getBytes(StandardCharsets.US_ASCII),
          "-1".getBytes(StandardCharsets.US_ASCII),
          "NaN".getBytes(StandardCharsets.US_ASCII),
          "1e308".getBytes(StandardCharsets.US_ASCII),
          "99999999999".getBytes(StandardCharsets.US_ASCII));

  private Mutations() {}

  /** What is tried. */
  @FunctionalInterface
  public interface Reader {
    void read(byte[] bytes) throws IOException;
  }

  /**
   * Tries damaged forms of good files.
   *
   * @param mostBytes that may be allocated for one, beside a hundred times its length
   */
  public static void survives(long mostBytes, Reader reader, byte[]... good) {
    var random = new Random(1);
    for (byte[] bytes : good) { // loads the classes
      read(reader, bytes);
      keep(bytes);
    }
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = mutated(good[i % good.length], random);
      try {
        survivesOne(mostBytes, reader, bytes);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("input " + i + ": " + e, e);
      }
    }
  }

  /**
   * Keeps a good file for {@code .ci/fuzz}, in a folder named after the test, if it asks for it.
   */
  private static void keep(byte[] good) {
    String folder = System.getProperty("noisemark.fuzz.seeds");
    if (folder != null) {
      String test =
          StackWalker.getInstance()
              .walk(
                  frames ->
                      frames
                          .filter(frame -> !frame.getClassName().equals(Mutations.class.getName()))
                          .findFirst()
                          .orElseThrow()
                          .getMethodName());
      try {
        var file = Path.of(folder, test, "seed-" + Arrays.hashCode(good));
        Files.createDirectories(file.getParent());
        Files.write(file, good);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Tries one input, whoever made it.
   *
   * @param mostBytes as for {@link #survives}
   * @throws AssertionError if the reader does anything else than it should
   */
  public static void survivesOne(long mostBytes, Reader reader, byte[] bytes) {
    long most = mostBytes + 100L * bytes.length;
    long allocated = allocated(reader, bytes);
    for (int i = 0; i < 2 && allocated >= most; i++) { // what loads a class takes more, once
      allocated = allocated(reader, bytes);
    }
    assertTrue(allocated < most, allocated + " bytes allocated for " + bytes.length);
  }

  private static long allocated(Reader reader, byte[] bytes) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    read(reader, bytes);
    assertTrue(threads.getCurrentThreadCpuTime() - start < MOST_NANOS, "took seconds");
    return threads.getCurrentThreadAllocatedBytes() - allocated;
  }

  private static void read(Reader reader, byte[] bytes) {
    try {
      reader.read(bytes);
    } catch (IOException | IllegalArgumentException e) {
      assertNotNull(e.getMessage(), () -> "no message: " + e);
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail("threw " + e, e);
    }
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return PIECES.get(random.nextInt(PIECES.size())).clone();
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + random.nextInt(64));
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        return joined(bytes, at, PIECES.get(random.nextInt(PIECES.size())), at);
      }
      case 4 -> { // a part left out, or there twice
        return random.nextBoolean()
            ? joined(bytes, at, new byte[0], to)
            : joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
      }
      default -> {
        byte[] piece = PIECES.get(random.nextInt(PIECES.size()));
        System.arraycopy(piece, 0, bytes, at, Math.min(piece.length, bytes.length - at));
      }
    }
    return bytes;
  }

  /** The beginning up to {@code until}, the piece, the end from {@code from} on. */
  private static byte[] joined(byte[] bytes, int until, byte[] piece, int from) {
    var joined = new byte[until + piece.length + bytes.length - from];
    System.arraycopy(bytes, 0, joined, 0, until);
    System.arraycopy(piece, 0, joined, until, piece.length);
    System.arraycopy(bytes, from, joined, until + piece.length, bytes.length - from);
    return joined;
  }
}
