package org.noisemark.noise;

import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.datasets.Cifar100Classes;

/**
 * Classes that are mistaken for one other each, with probability r: T[i][i] = 1 − r, T[i][target] =
 * r; classes that are mapped to themselves never flip. What a rate means for all labels differs
 * from map to map, and so results under two maps are not comparable.
 */
public final class Asymmetric {
  private Asymmetric() {}

  /** A map for one data set. */
  private abstract static class Mapped extends MatrixNoise {
    private final String dataset;
    private final int[] targets;

    /**
     * @param targets by true class
     */
    Mapped(String name, String summary, String source, String dataset, int... targets) {
      super(name, summary, source, Rates.UP_TO_ONE);
      this.dataset = dataset;
      this.targets = targets;
    }

    @Override
    public List<String> datasets() {
      return List.of(dataset);
    }

    @Override
    protected TransitionMatrix transitions(NoiseSpec spec, int classes) {
      return TransitionMatrix.mapped(targets.length, spec.rate(), i -> targets[i]);
    }
  }

  /**
   * Digits that look alike: 7 → 1, 2 → 7, 3 → 8, 5 → 6, 6 → 5. Patrini et al. 2017 (Making deep
   * neural networks robust to label noise), as their code giorgiop/loss-correction has it.
   */
  public static final class Mnist extends Mapped {
    public Mnist() {
      super(
          "asymmetric-mnist@1",
          "7 to 1, 2 to 7, 3 to 8, 5 to and from 6; rate = share of each of these five",
          "Patrini 2017, arXiv 1609.03683",
          "mnist",
          0,
          1,
          7,
          8,
          4,
          6,
          5,
          1,
          8,
          9);
    }
  }

  /**
   * Truck 9 → automobile 1, bird 2 → airplane 0, deer 4 → horse 7, cat 3 → dog 5, dog 5 → cat 3: of
   * the balanced data set r / 2 of all labels are wrong. Patrini et al. 2017; the same map in
   * DivideMix, F-SAM and ELR, of which DivideMix and F-SAM draw the share r of all examples, also
   * of the classes that are mapped to themselves, so that their share of a class varies.
   */
  public static final class Cifar10 extends Mapped {
    public Cifar10() {
      super(
          "asymmetric-cifar10@1",
          "truck to automobile, bird to airplane, deer to horse, cat to and from dog; rate ="
              + " share of each of these five",
          "Patrini 2017, arXiv 1609.03683",
          "cifar-10",
          0,
          1,
          0,
          5,
          7,
          3,
          6,
          7,
          8,
          1);
    }
  }

  /**
   * Each digit to the next, 9 to 0: Andriushchenko, Flammarion, ICML 2022, by their code
   * tml-epfl/understanding-sam.
   */
  public static final class Svhn extends Mapped {
    public Svhn() {
      super(
          "asymmetric-svhn@1",
          "each digit to the next, 9 to 0; rate = share of each",
          "Andriushchenko 2022, arXiv 2206.06232; tml-epfl/understanding-sam",
          "svhn",
          IntStream.range(0, 10).map(digit -> (digit + 1) % 10).toArray());
    }
  }

  /**
   * Each class to the next of its superclass, in the order of the class ids, the last to the first:
   * the rule that Patrini et al. 2017 describe. Their code, and what was made of it, has {@link
   * Cifar100Blocks} in its place.
   */
  public static final class Cifar100Superclass extends Mapped {
    public Cifar100Superclass() {
      super(
          "asymmetric-cifar100-superclass@1",
          "each class to the next of its superclass, the last to the first",
          "Patrini 2017, arXiv 1609.03683, as described",
          "cifar-100",
          nextOfSuperclass(Cifar100Classes.superclasses()));
    }

    private static int[] nextOfSuperclass(int[] superclasses) {
      int classes = superclasses.length;
      return IntStream.range(0, classes)
          .map(
              from ->
                  IntStream.rangeClosed(1, classes)
                      .map(step -> (from + step) % classes)
                      .filter(to -> superclasses[to] == superclasses[from])
                      .findFirst()
                      .orElseThrow())
          .toArray();
    }
  }

  /**
   * Each class to the next of its block of five ids, 0–4, 5–9 …, the last to the first: what the
   * code of Patrini et al. 2017 and of ELR does. Ids are in the order of the alphabet, so that
   * these blocks are not the superclasses.
   */
  public static final class Cifar100Blocks extends Mapped {
    private static final int BLOCK = 5;

    public Cifar100Blocks() {
      super(
          "asymmetric-cifar100-blocks@1",
          "each class to the next of its block of five ids, the last to the first",
          "Patrini 2017, arXiv 1609.03683, as coded",
          "cifar-100",
          IntStream.range(0, 100).map(id -> id - id % BLOCK + (id + 1) % BLOCK).toArray());
    }
  }
}
