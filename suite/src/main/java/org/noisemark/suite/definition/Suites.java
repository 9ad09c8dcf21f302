package org.noisemark.suite.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.records.Nearest;

/** Suites by name of a preset or path of a file. */
public final class Suites {
  /** The presets: each a resource of its name beside this class. */
  private static final List<String> PRESETS =
      List.of(
          "quick",
          "ci",
          "standard",
          "equal-cost",
          "weight-decay",
          "methods",
          "full",
          "protocol-foret-2021",
          "protocol-foret-2021-reduced",
          "protocol-kwon-2021",
          "protocol-kwon-2021-reduced",
          "protocol-li-2024",
          "protocol-li-2024-reduced",
          "protocol-baek-2024",
          "protocol-baek-2024-reduced",
          "protocol-cifar-10n",
          "protocol-cifar-10n-reduced",
          "protocol-cifar-100n",
          "protocol-cifar-100n-reduced");

  private Suites() {}

  /** Returns each preset's name and a line about it, in the order of {@code list}. */
  public static Map<String, String> presets() {
    var summaries = new LinkedHashMap<String, String>();
    for (var name : PRESETS) {
      summaries.put(name, SuiteReader.summary(resource(name), presetText(name)));
    }
    return summaries;
  }

  /**
   * Reads a preset, or else a YAML file.
   *
   * @throws IllegalArgumentException if the suite is wrong; one line with file, line and key
   * @throws IOException if there is no such preset or file, or it cannot be read
   */
  public static Suite load(String presetOrFile) throws IOException {
    return PRESETS.contains(presetOrFile)
        ? preset(presetOrFile)
        : SuiteReader.read(presetOrFile, text(presetOrFile));
  }

  /**
   * Returns the text of a preset, or else of a YAML file.
   *
   * @throws IOException if there is no such preset or file, or it cannot be read
   */
  public static String text(String presetOrFile) throws IOException {
    if (PRESETS.contains(presetOrFile)) {
      return presetText(presetOrFile);
    }
    var file = Path.of(presetOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "no suite '"
              + presetOrFile
              + "'"
              + Nearest.hint(presetOrFile, PRESETS)
              + ": expected one of the presets "
              + PRESETS
              + " or a YAML file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(presetOrFile + " is not UTF-8 text, expected a YAML file", e);
    }
  }

  private static Suite preset(String name) {
    return SuiteReader.read(resource(name), presetText(name));
  }

  private static String presetText(String name) {
    try (var in = Suites.class.getResourceAsStream("/org/noisemark/suite/" + resource(name))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    return "presets/" + name + ".yaml";
  }
}
