package org.noisemark.suite.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.sampling.ArraySampler;
import org.jspecify.annotations.Nullable;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.Seeds;
import org.noisemark.datasets.Split;
import org.noisemark.noise.LabelNoise;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.plan.Cells;

/** Data set → noise → split, once for all cells that share them. Thread-safe. */
public final class Preparation {
  /** The split is the same for every noise, seed and suite. */
  private static final long SPLIT_SEED = 0;

  /** Where data sets come from. */
  @FunctionalInterface
  public interface Source {
    Dataset load(Cell.Dataset dataset) throws IOException;

    /** Those of the registry, kept in a home, and the user's own. */
    static Source of(DataHome home) {
      return dataset -> {
        var own = Cells.own(dataset);
        return own.isPresent() ? own.get().load() : Datasets.named(dataset.name()).load(home);
      };
    }
  }

  private record SplitKey(
      Cell.Dataset dataset, double validationShare, @Nullable Integer examples) {}

  private record Key(SplitKey split, NoiseSpec noise, int samples) {}

  private final Source source;
  private final Map<Cell.Dataset, Dataset> datasets = new HashMap<>();
  private final Map<SplitKey, Split> splits = new HashMap<>();
  private final Map<Key, PreparedData> prepared = new HashMap<>();

  public Preparation(Source source) {
    this.source = source;
  }

  /**
   * @throws IOException if the data set cannot be loaded
   * @throws IllegalArgumentException if the noise does not fit the data set
   */
  public synchronized PreparedData of(Cell cell) throws IOException {
    var key =
        new Key(
            new SplitKey(
                cell.dataset(), cell.training().validationShare(), cell.training().examples()),
            Cells.noise(cell),
            cell.evaluation().memorisationSamples());
    var data = prepared.get(key);
    if (data == null) {
      data = prepare(key);
      prepared.put(key, data);
    }
    return data;
  }

  private PreparedData prepare(Key key) throws IOException {
    var wanted = key.split().dataset();
    var dataset = datasets.get(wanted);
    if (dataset == null) {
      dataset = source.load(wanted);
      datasets.put(wanted, dataset);
    }
    int[] clean = dataset.trainLabels();
    var noisy = LabelNoise.inject(dataset, key.noise());
    int classes = dataset.classes();
    var split = splits.computeIfAbsent(key.split(), each -> split(each, clean, classes));
    return new PreparedData(dataset, noisy, split, sample(split.train(), key.samples()));
  }

  private static Split split(SplitKey key, int[] clean, int classes) {
    var whole = Split.stratified(clean, classes, key.validationShare(), SPLIT_SEED);
    return key.examples() == null ? whole : whole.onlyTraining(key.examples(), SPLIT_SEED);
  }

  private static int[] sample(int[] rows, int samples) {
    var generator = Seeds.generator(SPLIT_SEED, "memorisation");
    int[] drawn =
        Arrays.copyOf(
            ArraySampler.shuffle(generator, rows.clone()), Math.min(samples, rows.length));
    Arrays.sort(drawn);
    return drawn;
  }
}
