package org.noisemark.datasets;

/**
 * One file of a data set, known by its payload: the bytes after unpacking. Distributors recompress,
 * so a hash of the packed file would refuse good copies. Where only that of the packed file is
 * published, the name ends in {@code .gz}, and the payload is the packed file; so it is with
 * MATLAB's files, which pack their arrays themselves.
 *
 * @param name without {@code .gz}, unless only the packed file is known
 * @param bytes length of the payload
 * @param sha256 of the payload, 64 lower-case hex digits
 */
public record DataFile(String name, int bytes, String sha256) {
  /** Returns whether the file is known by its packed bytes. */
  boolean isPacked() {
    return name.endsWith(".gz") || name.endsWith(".mat");
  }

  /** Returns the name under which mirrors have it, packed. */
  String packedName() {
    return isPacked() ? name : name + ".gz";
  }
}
