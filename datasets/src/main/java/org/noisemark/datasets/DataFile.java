package org.noisemark.datasets;

/**
 * One file of a data set, known by its payload: the bytes after unpacking. Distributors recompress,
 * so a hash of the packed file would refuse good copies.
 *
 * @param name without {@code .gz}
 * @param bytes length of the payload
 * @param sha256 of the payload, 64 lower-case hex digits
 */
public record DataFile(String name, int bytes, String sha256) {}
