package org.noisemark.nn;

import java.util.List;

/**
 * Where each parameter tensor lies in the flat vector: the canonical order, the same on every
 * engine. Layers in order (a residual's body before its shortcut), weight before bias, scale before
 * shift; inside a tensor row-major: dense [out, in], convolution [out, in, row, column].
 */
public record ParameterLayout(List<Segment> segments) {
  /** What a parameter does; ASAM treats the kinds differently. */
  public enum Kind {
    WEIGHT,
    BIAS,
    NORMALIZATION_SCALE,
    NORMALIZATION_SHIFT
  }

  /**
   * One tensor.
   *
   * @param name path of layer indices and the role, "3.body.0.weight"
   * @param offset index of its first element in the flat vector
   * @param shape its sides, the outputs first
   */
  public record Segment(String name, Kind kind, int offset, List<Integer> shape) {
    public Segment {
      shape = List.copyOf(shape);
    }

    /** Returns the number of elements. */
    public int length() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Returns the inputs that feed one output, for weights; 0 otherwise. */
    public int fanIn() {
      return kind == Kind.WEIGHT ? length() / shape.get(0) : 0;
    }
  }

  public ParameterLayout {
    segments = List.copyOf(segments);
    int expected = 0;
    for (var segment : segments) {
      if (segment.offset() != expected) {
        throw new IllegalArgumentException(
            segment.name() + " starts at " + segment.offset() + ", expected " + expected);
      }
      expected += segment.length();
    }
  }

  /** Returns the number of parameters. */
  public int length() {
    return segments.stream().mapToInt(Segment::length).sum();
  }
}
