package org.noisemark.suite.meters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.machine.EnergyMeter;

class EnergyTest {
  private static final EnergyMeter PACKAGE =
      meter(OptionalDouble.of(20), "rapl-powercap", "machine: package-0");
  private static final EnergyMeter GPU =
      meter(OptionalDouble.of(300), "nvml-total-energy", "gpu 0: NVIDIA H100");

  @Test
  void namesTheWayAndTheScopeOfEachReading() {
    assertEquals(
        new Energy.Reading(
            20.0,
            300.0,
            "rapl-powercap; nvml-total-energy",
            "machine: package-0; gpu 0: NVIDIA H100"),
        new Energy(PACKAGE, GPU).read());
    assertEquals(
        new Energy.Reading(null, 300.0, "nvml-total-energy", "gpu 0: NVIDIA H100"),
        new Energy(EnergyMeter.NONE, GPU).read());
  }

  /** A meter that stopped to tell has no part in the method either. */
  @Test
  void isEmptyWhereNothingIsRead() {
    var lost = meter(OptionalDouble.empty(), "nvml-total-energy", "gpu 0: NVIDIA H100");
    assertEquals(
        new Energy.Reading(20.0, null, "rapl-powercap", "machine: package-0"),
        new Energy(PACKAGE, lost).read());
    assertEquals(new Energy.Reading(null, null, "", ""), new Energy(EnergyMeter.NONE, lost).read());
  }

  @Test
  void isNotPutDownToOneOfSeveralWorkers() {
    for (var device : Device.values()) {
      assertEquals(new Energy.Reading(null, null, "", ""), Energy.start(device, 2).read());
    }
  }

  private static EnergyMeter meter(OptionalDouble joules, String method, String scope) {
    return new EnergyMeter() {
      @Override
      public OptionalDouble joules() {
        return joules;
      }

      @Override
      public String method() {
        return method;
      }

      @Override
      public String scope() {
        return scope;
      }
    };
  }
}
