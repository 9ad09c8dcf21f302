package org.noisemark.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Segment;

/**
 * All parameters of a model in one array, all gradients in another, and the running statistics of
 * its normalizations, which are neither. Layers read and write views of them.
 */
final class Parameters {
  /** One tensor and its gradient, views into the whole. */
  record Tensor(INDArray value, INDArray gradient) {}

  private final ParameterLayout layout;
  private final Arena arena;
  private final INDArray values;
  private final INDArray gradients;
  private final SortedMap<Integer, RunningStatistics> statistics = new TreeMap<>();

  Parameters(ParameterLayout layout, Arena arena) {
    this.layout = layout;
    this.arena = arena;
    this.values = arena.zeros(layout.length());
    this.gradients = arena.zeros(layout.length());
  }

  INDArray values() {
    return values;
  }

  INDArray gradients() {
    return gradients;
  }

  /**
   * Returns the running means and variances of each batch normalization that was bound, in the
   * canonical order.
   */
  List<INDArray> statistics() {
    return statistics.values().stream()
        .flatMap(each -> Stream.of(each.mean(), each.variance()))
        .toList();
  }

  /** Goes through the tensors in the order of the layout. */
  final class Cursor {
    private int next;

    Tensor take(long... shape) {
      Segment segment = layout.segments().get(next++);
      long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      if (size != segment.length()) {
        throw new IllegalStateException(
            segment.name() + " has " + segment.length() + " elements, asked for " + size);
      }
      var range = NDArrayIndex.interval(segment.offset(), segment.offset() + segment.length());
      return new Tensor(
          Views.shaped(values.get(range), shape), Views.shaped(gradients.get(range), shape));
    }

    /** Returns the statistics of the normalization whose parameters were taken last. */
    RunningStatistics statistics(int channels) {
      return statistics.computeIfAbsent(next, at -> new RunningStatistics(arena, channels));
    }
  }

  Cursor cursor() {
    return new Cursor();
  }
}
