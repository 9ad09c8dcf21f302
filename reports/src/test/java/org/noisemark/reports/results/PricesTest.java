package org.noisemark.reports.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.tables.CsvFile;

class PricesTest {
  private static final SortedMap<String, Double> NONE = new TreeMap<>();

  @TempDir Path directory;

  /** 20 gradient evaluations of 1/8 s and 0.5 s besides make 3 s, one thread, two side by side. */
  @Test
  void sumsCoreHoursAndDeviceHours() throws IOException {
    var prices = new Prices("2026-11-01", "EUR", 3.6, new TreeMap<>(Map.of("cpu", 7.2)), null);
    CSVRecord sam = cost(prices, "sam");
    // 3 s · 3.6 / 3600 + 1.5 s · 7.2 / 3600
    assertEquals(0.003 + 0.003, Double.parseDouble(sam.get("money_total")), 1e-12);
    assertEquals("EUR", sam.get("money_currency"));
    assertEquals("2026-11-01", sam.get("price_date"));
    // psam: 13/8 + 0.5 = 2.125 s
    assertEquals(3 / 2.125, Double.parseDouble(sam.get("money_vs_psam_ratio")), 1e-12);
  }

  @Test
  void aModelGoesBeforeItsKind() throws IOException {
    var byModel = new TreeMap<>(Map.of("cpu", 7.2, "Example CPU, \"fast\"", 14.4));
    CSVRecord sam = cost(new Prices("2026-11-01", "EUR", null, byModel, null), "sam");
    assertEquals(0.006, Double.parseDouble(sam.get("money_total")), 1e-12);
  }

  /** An amount that leaves out what is paid for would be too small. */
  @Test
  void isEmptyWhereAPricedQuantityIsNotKnown() throws IOException {
    var others = new TreeMap<>(Map.of("cuda", 7.2));
    for (var prices :
        List.of(
            new Prices("2026-11-01", "EUR", 1.0, others, null),
            new Prices("2026-11-01", "EUR", 1.0, NONE, 0.3))) {
      CSVRecord sam = cost(prices, "sam");
      assertEquals("", sam.get("money_total"));
      assertEquals("", sam.get("money_vs_psam_ratio"));
    }
  }

  @Test
  void countsEnergyByTheKilowattHour() {
    RunRecord run = RunJson.read(withEnergy("1.8E7"));
    assertEquals(
        1.5, new Prices("2026-11-01", "EUR", null, NONE, 0.3).money(run).getAsDouble(), 1e-12);
  }

  @Test
  void withoutAPriceFileThereIsNoMoney() throws IOException {
    write();
    CSVRecord sam = CsvFile.read(directory.resolve("cost.csv")).only("optimizer", "sam");
    for (String column : List.of("money_total", "money_currency", "price_date")) {
      assertEquals("", sam.get(column));
    }
    assertFalse(
        Files.readString(directory.resolve("datapackage.json")).contains("\"prices.json\""));
  }

  @Test
  void thePageCanBeSwitchedToMoneyOnlyWithPrices() throws IOException {
    write();
    assertTrue(moneySwitch().contains(" disabled"), moneySwitch());
    cost(new Prices("2026-11-01", "EUR", 3.6, NONE, null), "sam");
    assertFalse(moneySwitch().contains(" disabled"), moneySwitch());
    String page = Files.readString(directory.resolve("index.html"));
    assertTrue(page.contains(">Money, EUR</label>"), "the switch names no currency");
    assertTrue(page.contains(" EUR, by the prices of 2026-11-01"), "the charts name no prices");
  }

  private String moneySwitch() throws IOException {
    String page = Files.readString(directory.resolve("index.html"));
    var input = Pattern.compile("<input[^>]*id=\"?cost-money[^>]*>").matcher(page);
    assertTrue(input.find());
    return input.group();
  }

  @Test
  void areKeptBesideTheRecordsAndDescribed() throws IOException {
    var prices = new Prices("2026-11-01", "EUR", 0.04, new TreeMap<>(Map.of("cuda", 2.5)), 0.3);
    prices.write(directory);
    assertEquals(Optional.of(prices), Prices.read(directory));
    write();
    assertTrue(Files.readString(directory.resolve("datapackage.json")).contains("\"prices.json\""));
    Files.writeString(
        directory.resolve(Prices.FILE),
        Files.readString(directory.resolve(Prices.FILE)).replace("core_hour", "core_houre"));
    String message = assertThrows(IOException.class, () -> Prices.read(directory)).getMessage();
    assertTrue(message.contains("prices.json") && message.contains("core_hour"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "1 November, EUR, 1, date must be",
    "2026-11-31, EUR, 1, date must be",
    "2026-11-01, euro, 1, currency must be",
    "2026-11-01, EUR, -1, core_hour must be",
    "2026-11-01, EUR, , prices are missing",
  })
  void refusesWhatIsNoPrice(String date, String currency, Double coreHour, String begins) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Prices(date, currency, coreHour, NONE, null))
            .getMessage();
    assertTrue(message.startsWith(begins), message);
  }

  private CSVRecord cost(Prices prices, String optimizer) throws IOException {
    prices.write(directory);
    write();
    return CsvFile.read(directory.resolve("cost.csv")).only("optimizer", optimizer);
  }

  private void write() throws IOException {
    Reports.of(
            List.of(Fixture.run("sam", 1, 0.5).record(), Fixture.run("psam", 1, 0.5).record()),
            Prices.read(directory))
        .write(directory);
  }

  private static byte[] withEnergy(String joules) {
    String text = new String(Json.pretty(Fixture.run("sam", 1, 0.5).record()), UTF_8);
    return text.replace("\"energy_cpu_joules\" : null", "\"energy_cpu_joules\" : " + joules)
        .getBytes(UTF_8);
  }
}
