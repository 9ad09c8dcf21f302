package org.noisemark.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.nvidia.Card;
import org.noisemark.engine.nvidia.EnergyCounter;

class CardMeterTest {
  private static final Card CARD =
      new Card(1, "GPU-none-such", "NVIDIA H100 80GB HBM3", 90, "580.95.05", 80L << 30);

  private double total = 123_456;

  @Test
  void countsFromItsStart() {
    var meter = CardMeter.start(CARD, counter());
    assertEquals(OptionalDouble.of(0), meter.joules());
    total += 250.5;
    assertEquals(OptionalDouble.of(250.5), meter.joules());
    assertEquals("nvml-total-energy", meter.method());
    assertEquals("gpu 1: NVIDIA H100 80GB HBM3", meter.scope());
  }

  @Test
  void isEmptyWhenTheCardGoesAway() {
    var meter = CardMeter.start(CARD, counter());
    total = Double.NaN;
    assertEquals(OptionalDouble.empty(), meter.joules());
    assertSame(EnergyMeter.NONE, CardMeter.start(CARD, counter()));
  }

  /** No card, and a card that this machine does not have, whatever it has. */
  @Test
  void isEmptyWithoutTheCard() {
    assertSame(EnergyMeter.NONE, CardMeter.start(Optional.empty()));
    assertSame(EnergyMeter.NONE, CardMeter.start(Optional.of(CARD)));
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
