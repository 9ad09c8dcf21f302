package org.noisemark.suite.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.sampling.ArraySampler;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Objectives;
import org.noisemark.suite.meters.PassCounter;

/**
 * What the steps of one cell's training may ask for, each pass counted. More examples than a
 * mini-batch are taken a mini-batch's worth at a time, which is also what batch normalization then
 * normalizes over.
 */
final class CellObjectives {
  private final Model model;
  private final Examples examples;
  private final BatchDraw draw;
  private final int[] trainingRows;
  private final int chunk;
  private final PassCounter passes;
  private final long flopsPerImage;
  private final RestorableUniformRandomProvider random;
  private long furtherBatches;
  private final List<HeldLoss> unread = new ArrayList<>();
  private Vector part;

  /**
   * @param trainingRows of the training part
   * @param chunk examples that the model takes at once
   * @param flopsPerImage of one gradient
   * @param seed of the training
   */
  CellObjectives(
      Model model,
      Examples examples,
      BatchDraw draw,
      int[] trainingRows,
      int chunk,
      PassCounter passes,
      long flopsPerImage,
      long seed) {
    this.model = model;
    this.examples = examples;
    this.draw = draw;
    this.trainingRows = trainingRows;
    this.chunk = chunk;
    this.passes = passes;
    this.flopsPerImage = flopsPerImage;
    this.random = Seeds.generator(seed, "further-batches");
  }

  /**
   * The batches drawn beside those of the epochs.
   *
   * @param random state of their random numbers
   * @param drawn how many so far
   */
  record Further(byte[] random, long drawn) {}

  /** Returns what the next batch beside the epoch's is drawn from. */
  Further further() {
    return new Further(
        ((RandomProviderDefaultState) random.saveState()).getState(), -furtherBatches);
  }

  /** Goes on drawing where another training was. */
  void restore(Further further) {
    random.restoreState(new RandomProviderDefaultState(further.random()));
    furtherBatches = -further.drawn();
  }

  /** Returns those of a step. */
  Objectives of(Batch batch) {
    passes.step(batch.size());
    return new Objectives() {
      @Override
      public Objective batch() {
        return new Counted(batch, batch.size());
      }

      @Override
      public Objective anotherBatch() {
        return new Counted(further(batch.size()), batch.size());
      }

      @Override
      public Objective largerBatch(int times) {
        int size = (int) Math.min((long) times * batch.size(), trainingRows.length);
        return size <= batch.size()
            ? batch()
            : new Counted(batch.and(further(size - batch.size())), batch.size());
      }

      @Override
      public Objective trainingSet() {
        return first(trainingRows.length);
      }
    };
  }

  /** Returns the first examples of the training part, without augmentation; all if it has fewer. */
  Objective first(int count) {
    int[] rows = Arrays.copyOf(trainingRows, Math.min(count, trainingRows.length));
    return new Counted(draw.plain(rows), chunk);
  }

  /** Draws a batch of the training part, no two examples alike. */
  private Batch further(int count) {
    int[] rows = Arrays.copyOf(ArraySampler.shuffle(random, trainingRows.clone()), count);
    return draw.of(rows, --furtherBatches);
  }

  /** A batch whose passes are counted in mini-batches of the size that the step has. */
  private final class Counted implements Objective {
    private final Batch batch;
    private final int stepSize;

    private Counted(Batch batch, int stepSize) {
      this.batch = batch;
      this.stepSize = stepSize;
    }

    @Override
    public int size() {
      return batch.size();
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      passes.gradient(batch.size(), stepSize, flopsPerImage);
      if (batch.size() > chunk) {
        return inChunks(gradient, pass);
      }
      var loss = new HeldLoss(model.lossAndGradient(examples, batch, gradient, pass));
      unread.add(loss);
      if (unread.size() > Loss.KEPT / 2) {
        readAll();
      }
      return loss;
    }

    private Loss inChunks(Vector gradient, Pass pass) {
      readAll();
      part = part == null ? model.newVector() : part;
      double sum = 0;
      for (int from = 0; from < batch.size(); from += chunk) {
        int[] some = IntStream.range(from, Math.min(from + chunk, batch.size())).toArray();
        double share = (double) some.length / batch.size();
        sum += share * model.lossAndGradient(examples, batch.only(some), part, pass).value();
        gradient.axpby(share, part, from == 0 ? 0 : 1);
      }
      double mean = sum;
      return () -> mean;
    }

    @Override
    public double[] losses() {
      passes.forward(batch.size(), stepSize, flopsPerImage);
      return new BatchObjective(model, examples, batch).losses();
    }

    @Override
    public Objective only(int... chosen) {
      return new Counted(batch.only(chosen), stepSize);
    }
  }

  /** Forgets the losses handed out so far: whoever wants one reads it before the next step. */
  void endBlock() {
    unread.clear();
  }

  /** Reads the losses that the model may not hold for longer. */
  private void readAll() {
    unread.forEach(HeldLoss::value);
    unread.clear();
  }

  /** A loss that can be read for ever once it was read. */
  private static final class HeldLoss implements Loss {
    private Loss source;
    private double value;

    private HeldLoss(Loss source) {
      this.source = source;
    }

    @Override
    public double value() {
      if (source != null) {
        value = source.value();
        source = null;
      }
      return value;
    }
  }
}
