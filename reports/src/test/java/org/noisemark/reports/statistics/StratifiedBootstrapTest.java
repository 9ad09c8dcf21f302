package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Published intervals are compared byte by byte: the statistics that are quick to resample have to
 * give every digit that their definitions give.
 */
class StratifiedBootstrapTest {
  private static final Map<
          ToDoubleFunction<List<Pairs>>, Function<List<Pairs>, StratifiedStatistic>>
      QUICK =
          Map.of(
              Definitions::interquartileMean, Aggregates::interquartileMean,
              Definitions::interquartileMeanDifference, Aggregates::interquartileMeanDifference,
              Definitions::probabilityOfImprovement, Aggregates::probabilityOfImprovement);

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11);

  @Test
  void statisticsHaveTheDigitsOfTheirDefinitions() {
    for (int round = 0; round < 200; round++) {
      List<Pairs> strata = strata(1 + round % 7, 40);
      QUICK.forEach(
          (definition, quick) -> {
            StratifiedStatistic statistic = quick.apply(strata);
            StratifiedStatistic slow = Definitions.statistic(strata, definition);
            assertEquals(slow.observed(), statistic.observed());
            for (int b = 0; b < 20; b++) {
              int[] times = times(statistic.sizes());
              assertEquals(slow.of(times), statistic.of(times));
            }
          });
    }
  }

  @Test
  void drawsPairByPair() {
    for (List<Pairs> strata : List.of(strata(1, 1), strata(1, 9), strata(4, 12))) {
      QUICK.forEach(
          (definition, quick) ->
              assertEquals(
                  Definitions.bootstrap(
                      strata,
                      definition,
                      RandomSource.XO_SHI_RO_256_PP.create(StratifiedBootstrap.SEED),
                      StratifiedBootstrap.RESAMPLES),
                  StratifiedBootstrap.of(quick.apply(strata))));
    }
  }

  /** Also single pairs, and one of them many times, where every other one is left out. */
  @Test
  void onePairMayBeDrawnEveryTime() {
    List<Pairs> strata = List.of(pairs(1, 100), pairs(50, 5));
    int[] times = new int[51];
    times[0] = 1;
    times[7] = 50;
    QUICK.forEach(
        (definition, quick) ->
            assertEquals(
                Definitions.statistic(strata, definition).of(times),
                quick.apply(strata).of(times)));
  }

  /** Strata of unequal sizes; some with many ties, some with hardly any, of either sign. */
  private List<Pairs> strata(int count, int largest) {
    return IntStream.range(0, count)
        .mapToObj(i -> pairs(1 + random.nextInt(largest), i % 2 == 0 ? 5 : 1000))
        .toList();
  }

  private Pairs pairs(int size, int steps) {
    return new Pairs(scores(size, steps), scores(size, steps));
  }

  private double[] scores(int size, int steps) {
    return random.doubles(size, -1, 1).map(score -> Math.rint(score * steps) / steps).toArray();
  }

  private int[] times(int[] sizes) {
    int[] times = new int[IntStream.of(sizes).sum()];
    int start = 0;
    for (int size : sizes) {
      int first = start;
      random.ints(size, 0, size).forEach(place -> times[first + place]++);
      start += size;
    }
    return times;
  }
}
