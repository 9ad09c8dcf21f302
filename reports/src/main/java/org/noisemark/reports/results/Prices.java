package org.noisemark.reports.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Cost;
import org.noisemark.reports.records.RunRecord.Environment;

/**
 * What a user pays, from a file of theirs; kept as {@value #FILE} beside the records, so that
 * derived files are a function of both. There is no other source of prices.
 *
 * @param date from which they are, ISO 8601: "2026-11-01"
 * @param currency ISO 4217: "EUR"
 * @param coreHour of one core; null where cores are not paid for
 * @param deviceHour of one device, by its model as in environments.csv (gpu_model, or cpu_model for
 *     runs on the CPU), or by "cuda" and "cpu" for any other; empty where devices are not paid for
 * @param kilowattHour of energy; null where energy is not paid for
 */
public record Prices(
    String date,
    String currency,
    @Nullable Double coreHour,
    SortedMap<String, Double> deviceHour,
    @Nullable Double kilowattHour) {
  public static final String FILE = "prices.json";

  private static final double JOULES = 3.6e6;

  /**
   * @throws IllegalArgumentException in one line that begins with the name of what is wrong
   */
  public Prices {
    requireDate(date);
    require(
        currency.matches("[A-Z]{3}"),
        "currency must be three capital letters, such as EUR, got '" + currency + "'");
    requirePrice("core_hour", coreHour);
    deviceHour.forEach((device, price) -> requirePrice("device_hour", price));
    requirePrice("kilowatt_hour", kilowattHour);
    require(
        coreHour != null || !deviceHour.isEmpty() || kilowattHour != null,
        "prices are missing: expected at least one of core_hour, device_hour, kilowatt_hour");
    deviceHour = Collections.unmodifiableSortedMap(new TreeMap<>(deviceHour));
  }

  /**
   * Returns the prices kept in a directory; empty if none are.
   *
   * @throws IOException with one line naming the file, if it does not hold prices
   */
  public static Optional<Prices> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readAllBytes(file), Prices.class));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Keeps them in a directory, which is made if absent. */
  public void write(Path directory) throws IOException {
    AtomicFile.write(directory.resolve(FILE), Json.pretty(this));
  }

  /**
   * Returns the sum of what is paid for: core hours, device hours, energy. Empty if one of these is
   * priced and not known: the run's device has no price, or its energy was not measured.
   */
  OptionalDouble money(RunRecord run) {
    double money = 0;
    if (coreHour != null) {
      money += coreHour * Metric.coreHours(run);
    }
    if (!deviceHour.isEmpty()) {
      Double price = price(run);
      if (price == null) {
        return OptionalDouble.empty();
      }
      money += price * Metric.deviceHours(run);
    }
    if (kilowattHour != null) {
      OptionalDouble joules = joules(run);
      if (joules.isEmpty()) {
        return joules;
      }
      money += kilowattHour * joules.getAsDouble() / JOULES;
    }
    return OptionalDouble.of(money);
  }

  private Double price(RunRecord run) {
    Environment environment = run.environment();
    String device = run.cell().engine().device();
    String model = device.equals("cpu") ? environment.cpuModel() : environment.gpuModel();
    return deviceHour.getOrDefault(model, deviceHour.get(device));
  }

  /** Of the CPU, and of the GPU where the run was on it; empty if that was not measured. */
  private static OptionalDouble joules(RunRecord run) {
    Cost cost = run.cost();
    boolean onCpu = run.cell().engine().device().equals("cpu");
    if ((onCpu ? cost.energyCpuJoules() : cost.energyGpuJoules()) == null) {
      return OptionalDouble.empty();
    }
    double cpu = cost.energyCpuJoules() == null ? 0 : cost.energyCpuJoules();
    double gpu = onCpu || cost.energyGpuJoules() == null ? 0 : cost.energyGpuJoules();
    return OptionalDouble.of(cpu + gpu);
  }

  private static void requireDate(String date) {
    try {
      LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "date must be a day, such as 2026-11-01, got '" + date + "'", e);
    }
  }

  private static void requirePrice(String name, Double price) {
    require(
        price == null || (price >= 0 && Double.isFinite(price)),
        name + " must be at least 0, got " + price);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
