package org.noisemark.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.gpu.EnergyCounter;
import org.noisemark.gpu.Gpu;

class GpuMeterTest {
  private static final Gpu GPU =
      new Gpu(1, "GPU-none-such", "NVIDIA H100 80GB HBM3", 90, "580.95.05", 80L << 30);

  private double total = 123_456;

  @Test
  void countsFromItsStart() {
    var meter = GpuMeter.start(GPU, counter());
    assertEquals(OptionalDouble.of(0), meter.joules());
    total += 250.5;
    assertEquals(OptionalDouble.of(250.5), meter.joules());
    assertEquals("nvml-total-energy", meter.method());
    assertEquals("gpu 1: NVIDIA H100 80GB HBM3", meter.scope());
  }

  @Test
  void isEmptyWhenTheGpuGoesAway() {
    var meter = GpuMeter.start(GPU, counter());
    total = Double.NaN;
    assertEquals(OptionalDouble.empty(), meter.joules());
    assertSame(EnergyMeter.NONE, GpuMeter.start(GPU, counter()));
  }

  /** No GPU, and a GPU that this machine does not have, whatever it has. */
  @Test
  void isEmptyWithoutTheGpu() {
    assertSame(EnergyMeter.NONE, GpuMeter.start(Optional.empty()));
    assertSame(EnergyMeter.NONE, GpuMeter.start(Optional.of(GPU)));
  }

  private EnergyCounter counter() {
    return new EnergyCounter() {
      @Override
      public String method() {
        return "nvml-total-energy";
      }

      @Override
      public double joules() throws IOException {
        if (Double.isNaN(total)) {
          throw new IOException("NVML: GPU is lost");
        }
        return total;
      }
    };
  }
}
