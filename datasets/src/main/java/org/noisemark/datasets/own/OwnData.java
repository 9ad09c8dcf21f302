package org.noisemark.datasets.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Shown;
import org.noisemark.plugin.Values;

/**
 * A data set of the user's own: where it is, what it held when it was named, and how it is read.
 *
 * @param format a name of {@link Formats}
 * @param path of the training part, or of all
 * @param sha256 of its content, as the format counts it: what counts, wherever it is
 * @param testPath of the test part; empty if that is cut off the first
 * @param testSha256 of its content; present with {@code testPath}
 * @param settings the format's hyper-parameters; those of cutting off only where that is done
 */
public record OwnData(
    String format,
    Path path,
    String sha256,
    Optional<Path> testPath,
    Optional<String> testSha256,
    SortedMap<String, Object> settings) {
  private static final List<String> CUTTING = List.of(TestPart.SHARE, TestPart.SEED);

  public OwnData {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * Returns a data set as it is now.
   *
   * @param given hyper-parameters of the format that are not the defaults
   * @throws IllegalArgumentException in one line, if the format or a setting is unknown, out of
   *     range or superfluous
   * @throws IOException in one line, if a path cannot be read
   */
  public static OwnData of(String format, Path path, Optional<Path> testPath, Map<String, ?> given)
      throws IOException {
    var definition = Formats.REGISTRY.named(format);
    var settings = new TreeMap<>(Values.of(definition, given).byName());
    if (testPath.isPresent()) {
      for (var name : CUTTING) {
        if (given.containsKey(name)) {
          throw new IllegalArgumentException(
              name + " cuts a test part off, but test_path names one: leave one of both out");
        }
        settings.remove(name);
      }
    }
    return new OwnData(
        format,
        path,
        definition.sha256(path),
        testPath,
        testPath.isPresent() ? Optional.of(definition.sha256(testPath.get())) : Optional.empty(),
        settings);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException in one line, if the format or a setting is unknown, or if the
   *     content is not what it was when it was named
   * @throws IOException in one line, if it cannot be read or is not of the format
   */
  public Dataset load() throws IOException {
    var definition = Formats.REGISTRY.named(format);
    var values = Values.of(definition, settings);
    var changed = changed();
    if (changed.isPresent()) {
      throw new IllegalArgumentException(changed.get());
    }
    var all = definition.read(path, values);
    if (testPath.isPresent()) {
      return dataset(all, definition.read(testPath.get(), values));
    }
    var classes = ClassNames.of(all.labels());
    var cut = TestPart.draw(classes.ids(all), classes.names().size(), values);
    var train = all.select(cut.train());
    var test = all.select(cut.validation());
    TestPart.require(all.where(), classes.ids(train), classes.ids(test), classes);
    return dataset(train, test);
  }

  /** Returns whether there is something at each path. */
  public boolean isHere() {
    return Files.exists(path) && testPath.map(Files::exists).orElse(true);
  }

  /**
   * Returns in a line what is not what it was when it was named; empty if all is.
   *
   * @throws IOException in one line, if a path cannot be read
   */
  public Optional<String> changed() throws IOException {
    var first = changed(path, sha256);
    return first.isPresent() || testPath.isEmpty()
        ? first
        : changed(testPath.get(), testSha256.orElseThrow());
  }

  private Optional<String> changed(Path place, String expected) throws IOException {
    String found = Formats.REGISTRY.named(format).sha256(place);
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            place + " has the SHA-256 " + found + ", expected " + expected + ": it was changed");
  }

  private Dataset dataset(Examples train, Examples test) throws IOException {
    if (!train.shape().equals(test.shape())) {
      throw new IOException(
          test.where()
              + ": found "
              + Shown.of(test.shape())
              + ", expected "
              + Shown.of(train.shape()));
    }
    var classes = ClassNames.of(train.labels());
    int[] trainLabels = classes.ids(train);
    int[] testLabels = classes.ids(test);
    TestPart.require(train.where(), trainLabels, testLabels, classes);
    if (train instanceof Examples.Rows rows && test instanceof Examples.Rows testRows) {
      return new Dataset(
          format,
          classes.names(),
          Normalization.none(rows.columns().size()),
          Standardization.apply(rows, rows),
          trainLabels,
          Standardization.apply(rows, testRows),
          testLabels);
    }
    var images = ((Examples.Pictures) train).images();
    return new Dataset(
        format,
        classes.names(),
        Standardization.of(images),
        images,
        trainLabels,
        ((Examples.Pictures) test).images(),
        testLabels);
  }
}
