package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.noisemark.gpu.Gpu;

class PolledPowerTest {
  private double watts = 100;
  private long nanoseconds = 5_000_000_000L;

  /** A ramp is what the trapezoid rule is exact for, at any intervals. */
  @Test
  void integratesARampExactly() throws IOException {
    var counter = counter();
    for (long milliseconds : new long[] {30, 70, 500, 400}) {
      nanoseconds += milliseconds * 1_000_000;
      watts += 0.2 * milliseconds;
      counter.poll();
    }
    assertEquals(200 * 1.0, counter.joules(), 1e-9); // 100 W to 300 W in one second
    assertEquals("nvml-polled-power", counter.method());
  }

  /** A gap in the readings must not pass for a saving. */
  @Test
  void oneFailedReadingSpoilsTheSum() throws IOException {
    var counter = counter();
    watts = Double.NaN;
    counter.poll();
    watts = 100;
    assertThrows(IOException.class, counter::joules);
  }

  @Test
  void aSourceThatTellsNothingIsNoCounter() {
    assertEquals(
        Optional.empty(),
        PolledPower.start(
            () -> {
              throw new IOException("NVML: Not Supported");
            }));
  }

  /** As in every build for the CPU, and on machines without a driver. */
  @Test
  void withoutNvmlThereIsNoCounter() {
    var gpu = new Gpu(0, "GPU-0", "none", 90, "580.1", 0);
    assertEquals(Optional.empty(), new Nvml().of(gpu));
  }

  private PolledPower counter() throws IOException {
    return new PolledPower(
        () -> {
          if (Double.isNaN(watts)) {
            throw new IOException("NVML: GPU is lost");
          }
          return watts;
        },
        () -> nanoseconds);
  }
}
