package org.noisemark.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Noises as the code of others draws them over the whole training set, for results that are to be
 * laid beside theirs. How many examples are picked is exact; how many of each class, and with it
 * how many labels become wrong, is chance. Ours keep the counts of each class instead.
 */
public final class WholeSet {
  private static final int[] CIFAR10_TARGETS = {0, 1, 0, 5, 7, 3, 6, 7, 8, 1};

  private WholeSet() {}

  /** Picks examples of the whole set, and redraws or maps their labels. */
  private abstract static class Picked implements NoiseDefinition {
    private final String name;
    private final String summary;
    private final String source;

    Picked(String name, String summary, String source) {
      this.name = name;
      this.summary = summary;
      this.source = source;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final String summary() {
      return summary;
    }

    @Override
    public final String source() {
      return source;
    }

    @Override
    public final Rates rates() {
      return Rates.UP_TO_ONE;
    }

    @Override
    public final List<NoiseSpec.Count> counts() {
      return List.of(NoiseSpec.Count.BERNOULLI);
    }
  }

  /** A share of all examples, redrawn from all classes. */
  private abstract static class Redrawn extends Picked {
    private final DoubleToIntFunction rounding;

    /**
     * @param rounding of the number of examples
     */
    Redrawn(String name, String summary, String source, DoubleToIntFunction rounding) {
      super(name, summary, source);
      this.rounding = rounding;
    }

    @Override
    public final Optional<TransitionMatrix> matrix(NoiseSpec spec, int classes) {
      double share = spec.rate() / classes;
      return Optional.of(TransitionMatrix.uniform(classes, 1 - spec.rate() + share, share));
    }

    @Override
    public final Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
      int[] labels = clean.labels().clone();
      int count = rounding.applyAsInt(spec.rate() * labels.length);
      for (int row : shuffled(labels.length, random, count)) {
        labels[row] = random.nextInt(clean.classes());
      }
      double wrong = (double) count / labels.length * (1 - 1.0 / clean.classes());
      var flips = new double[labels.length];
      Arrays.fill(flips, wrong);
      return new Draw(labels, flips);
    }
  }

  /**
   * Exactly int(r N) examples of the whole set, redrawn from all classes, the true one included:
   * the code of DivideMix and of F-SAM. {@link Symmetric.Inclusive} redraws the same share of each
   * class and keeps the number of wrong labels exact.
   */
  public static final class DivideMix extends Redrawn {
    public DivideMix() {
      super(
          "symmetric-dividemix@1",
          "as DivideMix's and F-SAM's code: int(rate N) of all examples redrawn from all classes;"
              + " symmetric-inclusive@1 redraws each class alike",
          "LiJunnan1992/DivideMix; nblt/F-SAM",
          expected -> (int) expected);
    }
  }

  /**
   * Likewise, ceil(r N) examples: the code of ELR, whose loop runs while its counter is below r N.
   */
  public static final class Elr extends Redrawn {
    public Elr() {
      super(
          "symmetric-elr@1",
          "as ELR's code: ceil(rate N) of all examples redrawn from all classes;"
              + " symmetric-inclusive@1 redraws each class alike",
          "shengliu66/ELR",
          expected -> (int) Math.ceil(expected));
    }
  }

  /**
   * Exactly int(r N) examples of all classes, mapped as {@link Asymmetric.Cifar10} maps them, which
   * leaves half of the classes as they are: the code of DivideMix and of F-SAM. Ours flips the
   * share r of each of the five classes, exactly.
   */
  public static final class DivideMixCifar10 extends Picked {
    public DivideMixCifar10() {
      super(
          "asymmetric-cifar10-dividemix@1",
          "as DivideMix's and F-SAM's code: int(rate N) of all examples mapped;"
              + " asymmetric-cifar10@1 maps the share of each class",
          "LiJunnan1992/DivideMix; nblt/F-SAM");
    }

    @Override
    public List<String> datasets() {
      return List.of("cifar-10");
    }

    @Override
    public Optional<TransitionMatrix> matrix(NoiseSpec spec, int classes) {
      return Optional.of(
          TransitionMatrix.mapped(CIFAR10_TARGETS.length, spec.rate(), i -> CIFAR10_TARGETS[i]));
    }

    @Override
    public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
      int[] labels = clean.labels().clone();
      int count = (int) (spec.rate() * labels.length);
      for (int row : shuffled(labels.length, random, count)) {
        labels[row] = CIFAR10_TARGETS[labels[row]];
      }
      double share = (double) count / labels.length;
      return new Draw(
          labels,
          Arrays.stream(clean.labels())
              .mapToDouble(label -> CIFAR10_TARGETS[label] == label ? 0 : share)
              .toArray());
    }
  }

  /**
   * Class by class in the order of their ids, the first ceil(r n) of those n examples that have the
   * label then, in random order: the code of ELR, which reads labels that it has changed. Cats that
   * became dogs are among the dogs that become cats, so that at r = 0.4 only 0.24 of the cats are
   * wrong, and dogs as many as elsewhere. {@link Asymmetric.Cifar10} reads the clean labels.
   */
  public static final class ElrCifar10 extends Picked {
    private static final int CAT = 3;
    private static final int DOG = 5;

    public ElrCifar10() {
      super(
          "asymmetric-cifar10-elr@1",
          "as ELR's code: class by class on labels already changed, so that fewer cats are wrong;"
              + " asymmetric-cifar10@1 reads the clean labels",
          "shengliu66/ELR, issue 16");
    }

    @Override
    public List<String> datasets() {
      return List.of("cifar-10");
    }

    /** Of classes of one size. */
    @Override
    public Optional<TransitionMatrix> matrix(NoiseSpec spec, int classes) {
      double r = spec.rate();
      var rows = new double[CIFAR10_TARGETS.length][CIFAR10_TARGETS.length];
      for (int i = 0; i < rows.length; i++) {
        double flips = CIFAR10_TARGETS[i] == i ? 0 : i == CAT ? r * (1 - r) : r;
        rows[i][i] = 1 - flips;
        rows[i][CIFAR10_TARGETS[i]] += flips;
      }
      return Optional.of(TransitionMatrix.of(rows));
    }

    @Override
    public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
      int[] labels = clean.labels().clone();
      var picked = new int[CIFAR10_TARGETS.length];
      for (int id = 0; id < CIFAR10_TARGETS.length; id++) {
        int current = id;
        int[] rows =
            IntStream.range(0, labels.length).filter(row -> labels[row] == current).toArray();
        picked[id] = (int) Math.ceil(spec.rate() * rows.length);
        for (int place : shuffled(rows.length, random, picked[id])) {
          labels[rows[place]] = CIFAR10_TARGETS[id];
        }
      }
      return new Draw(labels, flips(clean.labels(), picked));
    }

    private static double[] flips(int[] clean, int[] picked) {
      var sizes = new int[CIFAR10_TARGETS.length];
      Arrays.stream(clean).forEach(label -> sizes[label]++);
      double dogsThen = Math.max(1, sizes[DOG] + picked[CAT]);
      return Arrays.stream(clean)
          .mapToDouble(
              label ->
                  switch (label) {
                    case CAT -> picked[CAT] * (1 - picked[DOG] / dogsThen) / sizes[CAT];
                    case DOG -> picked[DOG] / dogsThen;
                    default ->
                        CIFAR10_TARGETS[label] == label ? 0 : (double) picked[label] / sizes[label];
                  })
          .toArray();
    }
  }

  /** Returns the first of the numbers 0 to n − 1 in random order. */
  private static int[] shuffled(int n, UniformRandomProvider random, int count) {
    int[] order = PermutationSampler.natural(n);
    PermutationSampler.shuffle(random, order);
    return Arrays.copyOf(order, count);
  }
}
