package org.noisemark.noise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The integer arrays of a dictionary that PyTorch saved: a ZIP file with an entry {@code data.pkl},
 * a pickle. Nothing that it names is made but NumPy's arrays.
 */
final class TorchLabels {
  /** Far more than the pickles of the authors, of 2.4 MB. */
  private static final int LARGEST_PICKLE = 64 << 20;

  static {
    for (var module : new String[] {"numpy.core.multiarray", "numpy._core.multiarray"}) {
      Unpickler.registerConstructor(module, "_reconstruct", parts -> new Array());
    }
    Unpickler.registerConstructor("numpy", "ndarray", parts -> null);
    Unpickler.registerConstructor("numpy", "dtype", parts -> new Type((String) parts[0]));
    Unpickler.registerConstructor(
        "_codecs", "encode", parts -> ((String) parts[0]).getBytes(StandardCharsets.ISO_8859_1));
  }

  private TorchLabels() {}

  /** A NumPy array; public for the library, which sets it by reflection. */
  public static final class Array {
    private long[] values = {};

    /** Takes (version, shape, type, whether in Fortran's order, bytes). */
    public void __setstate__(Object[] state) {
      var shape = (Object[]) state[1];
      var type = (Type) state[2];
      if (shape.length != 1 || !type.name.equals("i8") || !type.order.equals("<")) {
        throw new PickleException("an array is not of int64 of one dimension");
      }
      byte[] bytes = (byte[]) state[4];
      if (bytes.length != Long.BYTES * ((Number) shape[0]).longValue()) {
        throw new PickleException("an array is not as long as its shape");
      }
      values = new long[bytes.length / Long.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
    }
  }

  /** A NumPy type; likewise. */
  public static final class Type {
    private final String name;
    private String order = "";

    private Type(String name) {
      this.name = name;
    }

    /** Takes (version, byte order, …). */
    public void __setstate__(Object[] state) {
      order = (String) state[1];
    }
  }

  /** Refuses a text that is longer than what is left, before memory is taken for it. */
  private static final class Careful extends Unpickler {
    private static final String WITHOUT_LENGTHS =
        "\u0080}]()\u0085\u0086\u0087tcqrhjKMJIRbNsueal.\u0088\u0089";

    @Override
    protected Object dispatch(short opcode) throws IOException {
      if (opcode == 'X') {
        input.mark(Integer.BYTES);
        long length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
          length |= (long) input.read() << Byte.SIZE * i;
        }
        input.reset();
        if (length > input.available()) {
          throw new PickleException("a text is cut short");
        }
      } else if (WITHOUT_LENGTHS.indexOf(opcode) < 0) {
        throw new PickleException("opcode " + opcode + " is not expected");
      }
      return super.dispatch(opcode);
    }
  }

  /**
   * Returns the arrays by name.
   *
   * @param where for messages
   * @throws IllegalArgumentException in one line, if it is not such a file
   */
  static SortedMap<String, long[]> read(byte[] bytes, String where) {
    try {
      Object loaded = new Careful().loads(pickle(bytes));
      var arrays = new TreeMap<String, long[]>();
      for (var entry : ((Map<?, ?>) loaded).entrySet()) {
        if (entry.getValue() instanceof Array array) {
          arrays.put((String) entry.getKey(), array.values);
        }
      }
      return arrays;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: expected a file such as CIFAR-10_human.pt, as PyTorch saves a dictionary of"
                  + " arrays (the ordered .npy files are in another order)",
              where),
          e);
    }
  }

  private static byte[] pickle(byte[] bytes) throws IOException {
    try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        if (entry.getName().endsWith("/data.pkl")) {
          return pickle(zip, entry);
        }
      }
    }
    throw new IOException("there is no data.pkl");
  }

  private static byte[] pickle(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try (var in =
        BoundedInputStream.builder()
            .setInputStream(zip.getInputStream(entry))
            .setMaxCount(LARGEST_PICKLE + 1L)
            .get()) {
      byte[] pickle = in.readAllBytes();
      if (pickle.length > LARGEST_PICKLE) {
        throw new IOException("the pickle is too large");
      }
      return pickle;
    }
  }
}
