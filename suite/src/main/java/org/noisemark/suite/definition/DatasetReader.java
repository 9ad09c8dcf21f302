package org.noisemark.suite.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.own.DataFormat;
import org.noisemark.datasets.own.Formats;
import org.noisemark.datasets.own.OwnData;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads the data sets of a suite: each a name, or the format of the user's own with its path. */
final class DatasetReader {
  private static final List<String> OTHERS = List.of("name", "path", "test_path");

  private DatasetReader() {}

  static Cell.Dataset dataset(Section suite, Yaml yaml) {
    if (!(yaml instanceof Yaml.Mapping)) {
      return published(suite, yaml);
    }
    var entry = suite.section(yaml);
    var known = new ArrayList<>(Datasets.REGISTRY.names());
    known.addAll(Formats.REGISTRY.names());
    String name = entry.get("name", each -> entry.name(each, known));
    if (Datasets.REGISTRY.names().contains(name)) {
      entry.expect(List.of("name"));
      return Cell.Dataset.published(name);
    }
    return own(entry, Formats.REGISTRY.named(name));
  }

  private static Cell.Dataset published(Section suite, Yaml yaml) {
    String name = suite.text(yaml);
    if (Formats.REGISTRY.names().contains(name)) {
      throw suite.wrong(
          yaml, "'" + name + "' needs a path: expected {name: " + name + ", path: …}");
    }
    return Cell.Dataset.published(suite.name(yaml, Datasets.REGISTRY.names()));
  }

  private static Cell.Dataset own(Section entry, DataFormat format) {
    var values = HyperparameterReader.given(entry, format, OTHERS);
    var path = entry.value("path");
    Optional<Path> testPath =
        entry.has("test_path")
            ? Optional.of(Path.of(entry.get("test_path", entry::text)))
            : Optional.empty();
    return entry.checked(
        path, () -> described(format.name(), Path.of(entry.text(path)), testPath, values));
  }

  private static Cell.Dataset described(
      String format, Path path, Optional<Path> testPath, Map<String, Object> values) {
    try {
      var data = OwnData.of(format, path, testPath, values);
      return new Cell.Dataset(
          data.format(),
          data.path().toString(),
          data.sha256(),
          data.testPath().map(Path::toString).orElse(null),
          data.testSha256().orElse(null),
          data.settings());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
