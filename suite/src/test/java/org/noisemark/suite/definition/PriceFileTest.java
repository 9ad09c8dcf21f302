package org.noisemark.suite.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.results.Prices;

class PriceFileTest {
  private static final Prices PRICES =
      new Prices("2026-11-01", "EUR", 0.04, new TreeMap<>(Map.of("cuda", 2.5, "cpu", 0.0)), 0.3);

  @Test
  void readsYaml() {
    String yaml =
        """
        # what we pay
        date: 2026-11-01
        currency: EUR
        core_hour: 0.04
        device_hour:
          cuda: 2.50
          cpu: 0
        kilowatt_hour: 0.3
        """;
    assertEquals(PRICES, PriceFile.read("p.yaml", yaml));
  }

  @Test
  void readsJson() {
    String json =
        """
        {"date": "2026-11-01", "currency": "EUR", "core_hour": 0.04,
         "device_hour": {"cuda": 2.5, "cpu": 0}, "kilowatt_hour": 0.3}
        """;
    assertEquals(PRICES, PriceFile.read("p.json", json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kilowat_hour: 0.3 | line 3: kilowat_hour: unknown key (did you mean 'kilowatt_hour'?)",
        "core_hour: cheap  | line 3: core_hour: expected a number, got 'cheap'",
        "core_hour: -1     | line 3: core_hour: core_hour must be at least 0, got -1.0",
        "device_hour: 2    | line 3: device_hour: expected a mapping",
        "''                | expected at least one of core_hour, device_hour, kilowatt_hour",
      })
  void saysWhereItIsWrong(String line, String message) {
    String yaml = "date: 2026-11-01\ncurrency: EUR\n" + line + "\n";
    String complaint =
        assertThrows(IllegalArgumentException.class, () -> PriceFile.read("p.yaml", yaml))
            .getMessage();
    assertTrue(complaint.startsWith("p.yaml, line "), complaint);
    assertTrue(complaint.contains(message), complaint);
  }
}
