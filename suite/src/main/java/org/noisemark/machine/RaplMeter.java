package org.noisemark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Energy of the processor packages and their memory, from the RAPL counters that Linux shows under
 * {@code /sys/class/powercap} (Intel and AMD; usually for root only).
 *
 * <p>A counter starts again at 0 after some 260 kJ (three quarters of an hour at 100 W), so {@link
 * #joules()} must be called more often than that; one missed round cannot be told from none.
 */
final class RaplMeter implements EnergyMeter {
  private static final Path POWERCAP = Path.of("/sys/class/powercap");

  /** Zones and subzones; "intel-rapl-mmio" shows the same package a second time. */
  private static final Pattern ZONE = Pattern.compile("intel-rapl:\\d+(:\\d+)?");

  /** Of the zones' names; "core" and "uncore" are parts of a package, "psys" holds it. */
  private static final Pattern COUNTED = Pattern.compile("package-.*|dram");

  private final List<Counter> counters;

  private RaplMeter(List<Counter> counters) {
    this.counters = counters;
  }

  /** Starts to measure with the counters that this process may read. */
  static EnergyMeter start() {
    return start(POWERCAP);
  }

  static EnergyMeter start(Path powercap) {
    var counters = new ArrayList<Counter>();
    if (Files.isDirectory(powercap)) {
      try (var zones = Files.list(powercap)) {
        zones
            .filter(zone -> ZONE.matcher(zone.getFileName().toString()).matches())
            .sorted()
            .forEach(zone -> add(zone, counters));
      } catch (IOException e) {
        return new RaplMeter(List.of());
      }
    }
    return new RaplMeter(counters);
  }

  private static void add(Path zone, List<Counter> counters) {
    try {
      var name = Files.readString(zone.resolve("name")).strip();
      if (COUNTED.matcher(name).matches()) {
        counters.add(new Counter(zone, name));
      }
    } catch (IOException | NumberFormatException e) {
      // A counter that cannot be read is not part of the scope.
    }
  }

  @Override
  public OptionalDouble joules() {
    double microjoules = 0;
    try {
      for (var counter : counters) {
        microjoules += counter.advance();
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalDouble.empty();
    }
    return counters.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(microjoules * 1e-6);
  }

  @Override
  public String method() {
    return counters.isEmpty() ? "" : "rapl-powercap";
  }

  @Override
  public String scope() {
    return counters.isEmpty()
        ? ""
        : counters.stream().map(c -> c.name).collect(Collectors.joining(", ", "machine: ", ""));
  }

  private static final class Counter {
    private final String name;
    private final Path file;
    private final long range;
    private long last;
    private long total;

    Counter(Path zone, String name) throws IOException {
      this.name = name;
      this.file = zone.resolve("energy_uj");
      this.range = read(zone.resolve("max_energy_range_uj"));
      this.last = read(file);
    }

    /** Returns the microjoules since the start. The counter runs from 0 up to its range. */
    long advance() throws IOException {
      long now = read(file);
      total += now >= last ? now - last : range - last + now;
      last = now;
      return total;
    }

    private static long read(Path file) throws IOException {
      return Long.parseLong(Files.readString(file).strip());
    }
  }
}
