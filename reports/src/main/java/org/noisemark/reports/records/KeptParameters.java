package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Numbers of a run in files beside its record, as NumPy writes an array: one dimension, float32,
 * little-endian. The parameters after an epoch lie in {@code cells/<run_id>.epoch-<epoch>.npy}, in
 * canonical order.
 */
public final class KeptParameters {
  private static final int ALIGNMENT = 64;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private KeptParameters() {}

  /** Returns where the parameters of a run belong. */
  public static Path file(Path directory, String runId, int epoch) {
    return RunRecords.file(directory, runId).resolveSibling(runId + ".epoch-" + epoch + ".npy");
  }

  /**
   * Returns where the last logits of a program of the user's belong: those of its evaluation rows,
   * then those of the test images, [row, class].
   */
  public static Path logits(Path directory, String runId) {
    return RunRecords.file(directory, runId).resolveSibling(runId + ".logits.npy");
  }

  /** Writes the parameters after an epoch, whole or not at all. */
  public static void write(Path directory, String runId, int epoch, float[] parameters)
      throws IOException {
    write(file(directory, runId, epoch), parameters);
  }

  /** Writes a file whole or not at all. */
  public static void write(Path file, float[] parameters) throws IOException {
    AtomicFile.write(file, bytes(parameters));
  }

  /** Returns what stands in a file. */
  public static byte[] bytes(float[] parameters) {
    byte[] header = header(parameters.length);
    var buffer =
        ByteBuffer.allocate(header.length + Float.BYTES * parameters.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(header);
    buffer.asFloatBuffer().put(parameters);
    return buffer.array();
  }

  /** Reads the parameters after an epoch, as {@link #read(Path)}. */
  public static float[] read(Path directory, String runId, int epoch) throws IOException {
    return read(file(directory, runId, epoch));
  }

  /**
   * Reads a file.
   *
   * @throws IOException in one line that names the file, if it is absent or not of this form
   */
  public static float[] read(Path file) throws IOException {
    try {
      return parse(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads what stands in a file.
   *
   * @throws IllegalArgumentException in one line, if it is not of this form
   */
  public static float[] parse(byte[] bytes) {
    int count = (bytes.length - header(0).length) / Float.BYTES;
    byte[] header = header(Math.max(0, count));
    if (bytes.length != header.length + Float.BYTES * count
        || !Arrays.equals(header, Arrays.copyOf(bytes, header.length))) {
      throw new IllegalArgumentException("expected a NumPy array of float32 of one dimension");
    }
    var parameters = new float[count];
    ByteBuffer.wrap(bytes, header.length, bytes.length - header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(parameters);
    return parameters;
  }

  /** Returns the SHA-256 of the values as float32, little-endian. */
  public static String sha256(float[] parameters) {
    var buffer =
        ByteBuffer.allocate(Float.BYTES * parameters.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(parameters);
    return DigestUtils.sha256Hex(buffer.array());
  }

  /** Format 1.0: magic, version, length of the text, the text padded with spaces. */
  private static byte[] header(int count) {
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + count + ",), }";
    int length = 2 * ALIGNMENT - MAGIC.length - Short.BYTES;
    String padded = text + " ".repeat(length - text.length() - 1) + "\n";
    return ByteBuffer.allocate(2 * ALIGNMENT)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
