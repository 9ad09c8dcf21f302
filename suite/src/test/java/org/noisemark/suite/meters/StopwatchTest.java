package org.noisemark.suite.meters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.noisemark.suite.meters.Stopwatch.Activity;

class StopwatchTest {
  @Test
  void activitiesAddUpToTheTotal() {
    var clock = LongStream.of(0, 1, 3, 7, 15, 31).map(s -> s * 1_000_000_000).iterator();
    var watch = new Stopwatch(clock::nextLong);

    assertEquals(1, watch.enter(Activity.TRAIN), 1e-12);
    assertEquals(2, watch.enter(Activity.EVAL), 1e-12);
    assertEquals(4, watch.enter(Activity.TRAIN), 1e-12);
    assertEquals(8, watch.enter(Activity.DATA), 1e-12);
    watch.enter(Activity.OTHER);

    assertEquals(1, watch.seconds(Activity.OTHER), 1e-12);
    assertEquals(2 + 8, watch.seconds(Activity.TRAIN), 1e-12);
    assertEquals(4, watch.seconds(Activity.EVAL), 1e-12);
    assertEquals(16, watch.seconds(Activity.DATA), 1e-12);
    assertEquals(31, watch.total(), 1e-12);
  }

  @Test
  void quantilesLeaveOutTheWarmUp() {
    var times = new StepTimes();
    IntStream.range(0, StepTimes.WARMUP).forEach(i -> times.add(1000, 1));
    assertNull(times.quantile(0.5));
    IntStream.rangeClosed(1, 1000).map(i -> 1001 - i).forEach(seconds -> times.add(seconds, 1));

    assertEquals(500, times.quantile(0.5));
    assertEquals(950, times.quantile(0.95));
    assertEquals(1000, times.quantile(1));
  }
}
