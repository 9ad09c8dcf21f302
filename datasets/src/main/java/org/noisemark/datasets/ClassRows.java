package org.noisemark.datasets;

/** The rows of each class. */
public final class ClassRows {
  private ClassRows() {}

  /**
   * Returns [class][k]: the row numbers of that class, ascending. The arrays are the caller's.
   *
   * @throws IllegalArgumentException if a label is not in 0 to {@code classes} − 1
   */
  public static int[][] of(int[] labels, int classes) {
    var counts = new int[classes];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes) {
        throw new IllegalArgumentException(
            "label " + labels[row] + " at row " + row + ", expected 0 to " + (classes - 1));
      }
      counts[labels[row]]++;
    }
    var rows = new int[classes][];
    for (int label = 0; label < classes; label++) {
      rows[label] = new int[counts[label]];
    }
    for (int row = labels.length - 1; row >= 0; row--) {
      rows[labels[row]][--counts[labels[row]]] = row;
    }
    return rows;
  }
}
