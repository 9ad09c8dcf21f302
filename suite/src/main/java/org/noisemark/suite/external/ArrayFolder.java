package org.noisemark.suite.external;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;

/**
 * The folder in which a cell and the program that trains it leave arrays for each other. Nothing
 * outside it is read or written, whatever the program says.
 */
public final class ArrayFolder implements AutoCloseable {
  private static final Predicate<String> NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}").asMatchPredicate();
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  private ArrayFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes one among the system's temporary files, which only this user can read. */
  public static ArrayFolder temporary() throws IOException {
    return new ArrayFolder(Files.createTempDirectory("noisemark-").toAbsolutePath());
  }

  public Path path() {
    return folder;
  }

  /** Writes bytes 0–255. */
  public ArrayFile bytes(String name, int[] shape, Elements elements) throws IOException {
    return write(name + ".u8", "uint8", shape, 1, (out, i) -> out.put((byte) elements.at(i)));
  }

  /** Writes whole numbers. */
  public ArrayFile integers(String name, int[] shape, Elements elements) throws IOException {
    return write(name + ".i32", "int32", shape, 4, (out, i) -> out.putInt((int) elements.at(i)));
  }

  /** Writes numbers that are float32, or are rounded to it. */
  public ArrayFile floats(String name, int[] shape, Elements elements) throws IOException {
    return write(
        name + ".f32", "float32", shape, 4, (out, i) -> out.putFloat((float) elements.at(i)));
  }

  /** Writes numbers as they are. */
  public ArrayFile doubles(String name, int[] shape, Elements elements) throws IOException {
    return write(name + ".f64", "float64", shape, 8, (out, i) -> out.putDouble(elements.at(i)));
  }

  /** The elements of an array by their index in row-major order. */
  @FunctionalInterface
  public interface Elements {
    double at(int index);
  }

  @FunctionalInterface
  private interface Put {
    void put(ByteBuffer out, int index);
  }

  private ArrayFile write(String file, String type, int[] shape, int width, Put put)
      throws IOException {
    var digest = DigestUtils.getSha256Digest();
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    var buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(file))), digest)) {
      for (int i = 0; i < count; i++) {
        if (buffer.remaining() < width) {
          out.write(buffer.array(), 0, buffer.position());
          buffer.clear();
        }
        put.put(buffer, i);
      }
      out.write(buffer.array(), 0, buffer.position());
    }
    return new ArrayFile(file, type, boxed(shape), Hex.encodeHexString(digest.digest()));
  }

  /** Deletes the file of an array; nothing if it is not there. */
  public void delete(ArrayFile array) throws IOException {
    if (NAME.test(array.file())) {
      Files.deleteIfExists(folder.resolve(array.file()));
    }
  }

  /**
   * Reads what a program has written, and deletes it.
   *
   * @param what it is, for messages
   * @param shape that it must have
   * @return the elements in row-major order
   * @throws IOException in one line if it is of another shape or type, is no file of the folder, or
   *     not of that length or digest
   */
  public float[] read(String what, ArrayFile array, int... shape) throws IOException {
    require(NAME.test(array.file()), what, "file", array.file(), "a name in the cell's folder");
    require(array.type().equals("float32"), what, "type", array.type(), "float32");
    require(array.shape().equals(boxed(shape)), what, "shape", array.shape(), boxed(shape));
    Path file = folder.resolve(array.file());
    require(
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS),
        what,
        "file",
        array.file(),
        "a regular file of the cell's folder, and there is none");
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    long length = (long) Float.BYTES * count;
    require(Files.size(file) == length, what, "length", Files.size(file), length + " bytes");
    byte[] bytes;
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes((int) length);
    }
    String found = DigestUtils.sha256Hex(bytes);
    require(found.equals(array.sha256()), what, "sha256", array.sha256(), found);
    require(bytes.length == length, what, "length", bytes.length, length + " bytes");
    Files.delete(file);
    var values = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static void require(boolean holds, String what, String field, Object got, Object expected)
      throws IOException {
    if (!holds) {
      throw new TrainerException(
          String.format(Locale.ROOT, "%s has the %s %s, expected %s", what, field, got, expected));
    }
  }

  private static List<Integer> boxed(int[] shape) {
    return IntStream.of(shape).boxed().toList();
  }

  /** Deletes the folder with all that is in it. */
  @Override
  public void close() {
    FileUtils.deleteQuietly(folder.toFile());
  }
}
