package org.noisemark.datasets;

/**
 * What augmentation does to one image of one batch: drawn by the harness, so that every engine sees
 * the same picture.
 *
 * @param flip mirrored left to right, before the crop
 * @param shiftRows rows by which the crop window is moved down over the zero-padded image
 * @param shiftColumns columns by which it is moved right
 * @param cutoutRow first row of the square that is set to 0 after normalization (may be negative)
 * @param cutoutColumn its first column
 * @param cutoutSize its side in pixels; 0 for none
 */
public record Transform(
    boolean flip,
    int shiftRows,
    int shiftColumns,
    int cutoutRow,
    int cutoutColumn,
    int cutoutSize) {
  /** Leaves the image as it is. */
  public static final Transform IDENTITY = new Transform(false, 0, 0, 0, 0, 0);

  boolean cutsOut(int row, int column) {
    return row >= cutoutRow
        && row < cutoutRow + cutoutSize
        && column >= cutoutColumn
        && column < cutoutColumn + cutoutSize;
  }
}
