package org.noisemark.optim;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/**
 * Examples whose losses are quadratic functions of the parameters, in float64: example i has the
 * loss ½ Σ_j h_ij (w_j − c_ij)². All passes over them are counted.
 */
final class Bowls {
  /** Examples of a mini-batch. */
  static final int BATCH = 8;

  private final Vector w;
  private final double[][] curvatures;
  private final double[][] centres;
  private double cost;
  private int cleanPasses;

  /** Draws examples, of which the first mini-batches' worth of steps are taken. */
  Bowls(Vector w, int examples, long seed) {
    this.w = w;
    UniformRandomProvider random = Seeds.generator(seed, "bowls");
    curvatures = new double[examples][w.length()];
    centres = new double[examples][w.length()];
    for (int i = 0; i < examples; i++) {
      Arrays.setAll(curvatures[i], j -> 0.1 + random.nextDouble());
      Arrays.setAll(centres[i], j -> 2 * random.nextDouble() - 1);
    }
  }

  /** Examples without any slope. */
  static Bowls flat(Vector w, int examples) {
    var bowls = new Bowls(w, examples, 1);
    for (double[] curvature : bowls.curvatures) {
      Arrays.fill(curvature, 0);
    }
    return bowls;
  }

  /** Returns what was asked for, in mini-batches. */
  double cost() {
    return cost;
  }

  /** Returns how many passes have updated running statistics. */
  int cleanPasses() {
    return cleanPasses;
  }

  /** Returns the objectives of a step. */
  Objectives at(long step) {
    return new Objectives() {
      @Override
      public Objective batch() {
        return some(step, 1);
      }

      @Override
      public Objective anotherBatch() {
        return some(step + 1, 1);
      }

      @Override
      public Objective largerBatch(int times) {
        return some(step, times);
      }

      @Override
      public Objective trainingSet() {
        return new Some(IntStream.range(0, centres.length).toArray());
      }
    };
  }

  private Objective some(long step, int batches) {
    int first = (int) (step * BATCH % centres.length);
    return new Some(
        IntStream.range(first, first + batches * BATCH).map(i -> i % centres.length).toArray());
  }

  private final class Some implements Objective {
    private final int[] rows;

    private Some(int[] rows) {
      this.rows = rows;
    }

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      cost += (double) rows.length / BATCH;
      cleanPasses += pass == Pass.CLEAN ? 1 : 0;
      double[] at = w.read();
      var mean = new double[at.length];
      for (int row : rows) {
        for (int j = 0; j < at.length; j++) {
          mean[j] += curvatures[row][j] * (at[j] - centres[row][j]) / rows.length;
        }
      }
      double loss = Arrays.stream(losses(at)).average().orElseThrow();
      gradient.write(mean);
      return () -> loss;
    }

    @Override
    public double[] losses() {
      cost += Cost.FORWARD * rows.length / BATCH;
      return losses(w.read());
    }

    private double[] losses(double[] at) {
      return IntStream.of(rows)
          .mapToDouble(
              row ->
                  IntStream.range(0, at.length)
                      .mapToDouble(
                          j -> 0.5 * curvatures[row][j] * Math.pow(at[j] - centres[row][j], 2))
                      .sum())
          .toArray();
    }

    @Override
    public Objective only(int... examples) {
      return new Some(IntStream.of(examples).map(i -> rows[i]).toArray());
    }
  }
}
