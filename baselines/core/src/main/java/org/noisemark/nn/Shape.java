package org.noisemark.nn;

/** The shape of one example between two layers; a flat vector of n is n×1×1. */
public record Shape(int channels, int height, int width) {
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "shape must be positive, got " + channels + "x" + height + "x" + width);
    }
  }

  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
