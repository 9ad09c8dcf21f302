package org.noisemark.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a folder laid out as Linux lays out /sys/class/powercap. */
class RaplMeterTest {
  private static final long RANGE = 262_143_328_850L; // microjoules, as on Intel servers

  @TempDir Path powercap;

  @Test
  void addsPackagesAndTheirMemory() throws IOException {
    zone("intel-rapl:0", "package-0", 1_000_000);
    zone("intel-rapl:0:0", "dram", 500_000);
    zone("intel-rapl:1", "package-1", 7);
    var meter = RaplMeter.start(powercap);
    count("intel-rapl:0", 3_000_000);
    count("intel-rapl:0:0", 750_000);
    count("intel-rapl:1", 1_000_007);
    assertEquals(3.25, meter.joules().getAsDouble(), 1e-12);
    assertEquals("rapl-powercap", meter.method());
    assertEquals("machine: package-0, dram, package-1", meter.scope());
  }

  /** A part of a package, or the package seen a second time, would be counted twice. */
  @Test
  void leavesOutPartsAndDoubles() throws IOException {
    zone("intel-rapl:0", "package-0", 0);
    zone("intel-rapl:0:0", "core", 0);
    zone("intel-rapl:1", "psys", 0);
    zone("intel-rapl-mmio:0", "package-0", 0);
    var meter = RaplMeter.start(powercap);
    for (var zone : new String[] {"0", "0:0", "1"}) {
      count("intel-rapl:" + zone, 2_000_000);
    }
    count("intel-rapl-mmio:0", 2_000_000);
    assertEquals(OptionalDouble.of(2), meter.joules());
    assertEquals("machine: package-0", meter.scope());
  }

  @Test
  void followsACounterThatStartsAgain() throws IOException {
    zone("intel-rapl:0", "package-0", RANGE - 1_000_000);
    var meter = RaplMeter.start(powercap);
    count("intel-rapl:0", 2_000_000);
    assertEquals(3, meter.joules().getAsDouble(), 1e-9);
    count("intel-rapl:0", RANGE - 5_000_000);
    double almostARound = (RANGE - 4_000_000) * 1e-6;
    assertEquals(almostARound, meter.joules().getAsDouble(), 1e-6);
    count("intel-rapl:0", 0);
    assertEquals(almostARound + 5, meter.joules().getAsDouble(), 1e-6);
  }

  @Test
  void isEmptyWithoutCounters() throws IOException {
    for (var folder : new Path[] {powercap, powercap.resolve("absent")}) {
      var meter = RaplMeter.start(folder);
      assertEquals(OptionalDouble.empty(), meter.joules());
      assertEquals("", meter.method());
      assertEquals("", meter.scope());
    }
  }

  /** A sum without one of its counters would pass for a saving. */
  @Test
  void isEmptyWhenACounterGoesAway() throws IOException {
    zone("intel-rapl:0", "package-0", 0);
    zone("intel-rapl:1", "package-1", 0);
    var meter = RaplMeter.start(powercap);
    Files.delete(powercap.resolve("intel-rapl:1").resolve("energy_uj"));
    assertEquals(OptionalDouble.empty(), meter.joules());
  }

  @Test
  void leavesOutACounterThatCannotBeRead() throws IOException {
    zone("intel-rapl:0", "package-0", 0);
    zone("intel-rapl:0:0", "dram", 0);
    Files.delete(powercap.resolve("intel-rapl:0:0").resolve("energy_uj"));
    Files.createDirectory(powercap.resolve("intel-rapl:0:0").resolve("energy_uj"));
    assertEquals("machine: package-0", RaplMeter.start(powercap).scope());
  }

  private Path zone(String folder, String name, long microjoules) throws IOException {
    var zone = Files.createDirectory(powercap.resolve(folder));
    Files.writeString(zone.resolve("name"), name + "\n");
    Files.writeString(zone.resolve("max_energy_range_uj"), RANGE + "\n");
    count(folder, microjoules);
    return zone;
  }

  private void count(String folder, long microjoules) throws IOException {
    Files.writeString(powercap.resolve(folder).resolve("energy_uj"), microjoules + "\n");
  }
}
