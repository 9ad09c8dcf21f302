package org.noisemark.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The unpacked bytes of one file.
 *
 * @param where the file, for messages
 * @param bytes not copied, not to be changed
 */
record Payload(String where, byte[] bytes) {
  private static final int BUFFER = 1 << 16;

  /** Opens the file. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Reads a file, unpacking gzip if it starts like one and is not known by its packed bytes. Reads
   * at most one byte more than expected, so that an oversized or hostile file cannot fill the
   * memory.
   *
   * @throws IOException in one line with the file's name, if it cannot be read or unpacked
   */
  static Payload read(String where, Source source, DataFile expected) throws IOException {
    try (var in = expected.isPacked() ? source.open() : unpacked(source.open())) {
      return new Payload(where, in.readNBytes(expected.bytes() + 1));
    } catch (ZipException | EOFException e) {
      throw new IOException(
          where
              + ": found a damaged gzip file ("
              + (e.getMessage() == null ? "cut off" : e.getMessage())
              + "), expected a whole one",
          e);
    } catch (IOException e) {
      throw new IOException(where + ": cannot be read (" + e + ")", e);
    }
  }

  /** Returns what is in a stream, without the gzip around it; it can be marked. */
  static InputStream unpacked(InputStream stream) throws IOException {
    var in = new BufferedInputStream(stream, BUFFER);
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  String sha256() {
    return DigestUtils.sha256Hex(bytes);
  }

  /**
   * Checks that the bytes are the published ones: their number and their SHA-256.
   *
   * @throws IOException in one line, if they are not
   */
  void check(DataFile expected) throws IOException {
    if (bytes.length != expected.bytes()) {
      throw new IOException(
          where
              + (expected.isPacked() ? ": has " : ": unpacks to ")
              + (bytes.length > expected.bytes() ? "more than " + expected.bytes() : bytes.length)
              + " bytes, expected "
              + expected.bytes());
    }
    String found = sha256();
    if (!found.equals(expected.sha256())) {
      throw new IOException(
          where
              + ": SHA-256 of the "
              + (expected.isPacked() ? "packed" : "unpacked")
              + " file is "
              + found
              + ", expected "
              + expected.sha256());
    }
  }
}
