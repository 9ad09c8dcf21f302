package org.noisemark.suite.definition;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.noisemark.reports.results.Prices;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.YamlReader;

/**
 * A user's dated prices, in YAML, of which JSON is a part:
 *
 * <pre>
 *   date: 2026-11-01
 *   currency: EUR
 *   core_hour: 0.04             one core
 *   device_hour:                one device, by model, or "cuda" and "cpu" for any other
 *     NVIDIA H100 80GB HBM3: 2.50
 *   kilowatt_hour: 0.30         where energy is measured
 * </pre>
 */
public final class PriceFile {
  private static final List<String> KEYS =
      List.of("date", "currency", "core_hour", "device_hour", "kilowatt_hour");

  private PriceFile() {}

  /**
   * @throws IllegalArgumentException if it holds no prices; one line with file, line and key
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static Prices read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file; expected dated prices in YAML or JSON");
    }
    try {
      return read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8 text, expected a YAML or JSON file", e);
    }
  }

  static Prices read(String file, String text) {
    var section = Section.of(file, YamlReader.read(file, text)).expect(KEYS);
    var deviceHour = new TreeMap<String, Double>();
    if (section.has("device_hour")) {
      var devices = section.get("device_hour", section::section);
      devices.entries().forEach((name, price) -> deviceHour.put(name, devices.real(price)));
    }
    return section.checked(
        () ->
            new Prices(
                section.get("date", section::any).toString(),
                section.get("currency", section::text),
                section.get("core_hour", section::real, null),
                deviceHour,
                section.get("kilowatt_hour", section::real, null)));
  }
}
