package org.noisemark.engine.libtorch;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.noisemark.datasets.Batch;

/**
 * One model's passes over mini-batches as graphs, each recorded once and then launched as a whole:
 * a pass of a small network is hundreds of launches, which take longer than what they launch.
 *
 * <p>A graph reads and writes the memory that it was recorded with. So the rows of the batch and
 * its labels are copied to where it reads them, and its loss is copied away.
 */
final class PassGraphs {
  /** Passes before a recording: libraries choose algorithms and allocate workspaces in them. */
  private static final int WARM_UP = 3;

  /** What a pass does between its inputs and its loss. */
  @FunctionalInterface
  interface Body {
    /** Leaves the gradient in {@code gradient}; returns the loss, of no dimension. */
    Tensor loss(Tensor x, Targets targets, Tensor gradient, Step.Pass pass);
  }

  private record Key(
      DeviceExamples examples,
      int size,
      boolean cuts,
      double labelSmoothing,
      Tensor gradient,
      Step.Mode mode) {}

  private final class Graph {
    private final Tensor places;
    private final Tensor labels;
    private final Tensor loss;
    private final Runnable launches;
    private Runnable recorded;
    private int passes;

    private Graph(Key key, long placesLength) {
      places = owner.keep(placement.integers(placesLength));
      labels = owner.keep(placement.integers(key.size));
      loss = owner.keep(placement.zeros());
      var targets = new Targets(labels, key.labelSmoothing);
      var pass = new Step.Pass(key.mode, new long[0]);
      launches =
          () -> {
            Tensor x = key.examples.gather(places, key.size, key.cuts);
            loss.copy_(body.loss(x, targets, key.gradient, pass));
          };
    }

    private Tensor pass(long[] newPlaces, long[] newLabels) {
      placement.upload(newPlaces, places);
      placement.upload(newLabels, labels);
      if (passes++ < WARM_UP) {
        launches.run();
      } else {
        if (recorded == null) {
          recorded = capture.record(launches, owner);
        }
        recorded.run();
      }
      return loss;
    }
  }

  private final Capture capture;
  private final Placement placement;
  private final Ownership owner;
  private final Body body;
  private final Map<Key, Graph> graphs = new HashMap<>();

  PassGraphs(Capture capture, Placement placement, Ownership owner, Body body) {
    this.capture = capture;
    this.placement = placement;
    this.owner = owner;
    this.body = body;
  }

  /**
   * Returns the loss, which the next pass overwrites.
   *
   * @param batch that is not mixed
   */
  Tensor pass(DeviceExamples examples, Batch batch, Tensor gradient, Step.Mode mode) {
    boolean cuts = DeviceExamples.cuts(batch.transforms());
    long[] places = examples.places(batch.rows(), batch.transforms(), cuts);
    var key = new Key(examples, batch.size(), cuts, batch.labelSmoothing(), gradient, mode);
    return graphs
        .computeIfAbsent(key, each -> new Graph(each, places.length))
        .pass(places, Targets.labels(batch));
  }
}
