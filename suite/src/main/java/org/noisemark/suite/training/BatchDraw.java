package org.noisemark.suite.training;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.datasets.Augmentation;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Seeds;
import org.noisemark.reports.records.Cell.Training;

/**
 * Makes batches of the training images with their noisy labels. What is random about an example is
 * a function of the training seed, the example and the pass over the training set: so all engines
 * and all optimizers see the same images, and an epoch can be repeated without those before it.
 */
final class BatchDraw {
  private final Images images;
  private final int[] labels;
  private final Augmentation augmentation;
  private final double labelSmoothing;
  private final double mixupAlpha;
  private final long seed;

  /**
   * @param labels one an image
   * @param seed of the training
   */
  BatchDraw(Images images, int[] labels, Training settings, long seed) {
    this.images = images;
    this.labels = labels;
    this.augmentation = Augmentation.named(settings.augmentation());
    this.labelSmoothing = settings.labelSmoothing() == null ? 0 : settings.labelSmoothing();
    this.mixupAlpha = settings.mixup() == null ? 0 : settings.mixup();
    this.seed = Seeds.derive(seed, "augmentation");
  }

  /**
   * Returns a batch, augmented, and mixed where the training asks for it.
   *
   * @param pass over the training set: an epoch from 1, or a negative number for what else is drawn
   */
  Batch of(int[] rows, long pass) {
    long passSeed = Seeds.derive(seed, pass);
    long[] seeds = Arrays.stream(rows).mapToLong(row -> Seeds.derive(passSeed, row)).toArray();
    var transforms = augmentation.draw(seeds, images.height(), images.width());
    var batch = new Batch(rows, labels(rows), transforms, seeds, Optional.empty(), labelSmoothing);
    return mixupAlpha == 0 ? batch : mixed(batch);
  }

  /**
   * As the authors' code does (facebookresearch/mixup-cifar10): one share a batch, from Beta(alpha,
   * alpha), and each example is mixed with another of the same batch.
   */
  private Batch mixed(Batch batch) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(Seeds.derive(batch.seeds()[0], "mixup"));
    var gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, mixupAlpha, 1);
    double first = gamma.sample();
    double second = gamma.sample();
    var share = new double[batch.size()];
    Arrays.fill(share, first + second > 0 ? first / (first + second) : 1);
    var other = batch.only(ArraySampler.shuffle(random, PermutationSampler.natural(share.length)));
    var mixup = new Batch.Mixup(other.rows(), other.labels(), other.transforms(), share);
    return new Batch(
        batch.rows(),
        batch.labels(),
        batch.transforms(),
        batch.seeds(),
        Optional.of(mixup),
        labelSmoothing);
  }

  /** Returns a batch of the images as they are. */
  Batch plain(int[] rows) {
    var all = new Batch(rows, labels(rows));
    return new Batch(
        rows, all.labels(), all.transforms(), all.seeds(), Optional.empty(), labelSmoothing);
  }

  private int[] labels(int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }
}
