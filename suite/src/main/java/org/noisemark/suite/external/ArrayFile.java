package org.noisemark.suite.external;

import java.util.List;

/**
 * An array in a file of the cell's folder: its elements without a header, row-major, little-endian.
 *
 * @param file name in the folder
 * @param type "uint8", "int32", "float32" or "float64"
 * @param shape its sides, the outermost first
 * @param sha256 of the file
 */
public record ArrayFile(String file, String type, List<Integer> shape, String sha256) {
  public ArrayFile {
    shape = List.copyOf(shape);
  }
}
