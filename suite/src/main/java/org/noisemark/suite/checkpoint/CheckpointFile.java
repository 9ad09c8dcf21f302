package org.noisemark.suite.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Json;

/**
 * A checkpoint as a ZIP file, whose checksums find what was damaged: {@code state.json}, and an
 * entry an array, big-endian, as float32 where that loses nothing.
 */
final class CheckpointFile {
  private static final String STATE = "state.json";
  private static final String VECTOR = "vector-";
  private static final String KEPT = "kept-";
  private static final String STATISTICS = "statistics";
  private static final String STEPS = "step-seconds";

  private CheckpointFile() {}

  /** Writes it whole or not at all. */
  static void write(Path file, Checkpoint checkpoint) throws IOException {
    AtomicFile.write(file, out -> write(out, checkpoint));
  }

  private static void write(OutputStream out, Checkpoint checkpoint) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    put(zip, STATE, Json.pretty(checkpoint.state()));
    for (int i = 0; i < checkpoint.vectors().size(); i++) {
      put(zip, VECTOR + i, bytes(checkpoint.vectors().get(i)));
    }
    put(zip, STATISTICS, bytes(checkpoint.statistics()));
    put(zip, STEPS, bytes(checkpoint.stepSeconds()));
    for (var kept : checkpoint.kept().entrySet()) {
      var values = new double[kept.getValue().length];
      Arrays.setAll(values, i -> kept.getValue()[i]);
      put(zip, KEPT + kept.getKey(), bytes(values));
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or was damaged
   */
  static Checkpoint read(Path file) throws IOException {
    var entries = new HashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
      return checkpoint(entries);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Checkpoint checkpoint(Map<String, byte[]> entries) {
    var vectors = new ArrayList<double[]>();
    for (int i = 0; entries.containsKey(VECTOR + i); i++) {
      vectors.add(values(entries, VECTOR + i));
    }
    var kept = new TreeMap<Integer, float[]>();
    for (var name : entries.keySet()) {
      if (name.startsWith(KEPT)) {
        double[] values = values(entries, name);
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = (float) values[i];
        }
        kept.put(Integer.valueOf(name.substring(KEPT.length())), floats);
      }
    }
    return new Checkpoint(
        Json.read(present(entries, STATE), Checkpoint.State.class),
        vectors,
        values(entries, STATISTICS),
        values(entries, STEPS),
        kept);
  }

  private static byte[] present(Map<String, byte[]> entries, String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("there is no entry " + name);
    }
    return bytes;
  }

  /** The size of an element in bytes, and the elements. */
  private static byte[] bytes(double[] values) {
    boolean exact =
        Arrays.stream(values)
            .allMatch(v -> Double.doubleToRawLongBits((float) v) == Double.doubleToRawLongBits(v));
    int size = exact ? Float.BYTES : Double.BYTES;
    var buffer = ByteBuffer.allocate(1 + size * values.length).put((byte) size);
    for (double value : values) {
      if (exact) {
        buffer.putFloat((float) value);
      } else {
        buffer.putDouble(value);
      }
    }
    return buffer.array();
  }

  private static double[] values(Map<String, byte[]> entries, String name) {
    var buffer = ByteBuffer.wrap(present(entries, name));
    int size = buffer.hasRemaining() ? buffer.get() : 0;
    if (size != Float.BYTES && size != Double.BYTES || buffer.remaining() % size != 0) {
      throw new IllegalArgumentException("the entry " + name + " is no array");
    }
    var values = new double[buffer.remaining() / size];
    for (int i = 0; i < values.length; i++) {
      values[i] = size == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
    }
    return values;
  }
}
