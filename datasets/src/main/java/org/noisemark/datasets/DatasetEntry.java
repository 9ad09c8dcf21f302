package org.noisemark.datasets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One data set of the catalogue: how to find it, get it, check it and read it. */
public final class DatasetEntry {
  private final String summary;
  private final String licence;
  private final Origin origin;
  private final DatasetReader reader;
  private final Map<DataHome, Dataset> loaded = new HashMap<>();

  DatasetEntry(String summary, String licence, Origin origin, DatasetReader reader) {
    this.summary = summary;
    this.licence = licence;
    this.origin = origin;
    this.reader = reader;
  }

  public String name() {
    return origin.name();
  }

  /** Returns one line for {@code list}. */
  public String summary() {
    return summary;
  }

  /** Returns the data's licence and who holds the rights. */
  public String licence() {
    return licence;
  }

  /**
   * Returns the data set, read and checked once in a process: later calls with the same home share
   * it.
   *
   * @throws IOException in one line, if it is nowhere, or if a file is not, bit for bit, what was
   *     published
   */
  public synchronized Dataset load(DataHome home) throws IOException {
    var dataset = loaded.get(home);
    if (dataset == null) {
      var place = origin.require(home);
      var payloads = new HashMap<String, Payload>();
      for (var file : origin.files()) {
        payloads.put(file.name(), place.read(file));
      }
      dataset = reader.read(name(), payloads);
      for (var file : origin.files()) {
        payloads.get(file.name()).check(file);
      }
      loaded.put(home, dataset);
    }
    return dataset;
  }

  /** Returns where the data set is, if it is anywhere: a folder, or "embedded". */
  public Optional<String> locate(DataHome home) {
    return origin.find(home).map(Location::text);
  }

  /**
   * Reads every file and compares its payload with the one published.
   *
   * @throws IOException in one line, if the data set is nowhere
   */
  public List<FileCheck> verify(DataHome home) throws IOException {
    var place = origin.require(home);
    return origin.files().stream().map(file -> FileCheck.of(place, file)).toList();
  }

  /**
   * Downloads what is missing or damaged into {@link DataHome#directory}; does nothing for a data
   * set that ships with the program. Takes up an interrupted download where it stopped.
   *
   * @throws IOException in one line, if no mirror has a good copy or the folder cannot be written
   */
  public void fetch(DataHome home, FetchProgress progress) throws IOException {
    if (origin.ships()) {
      return;
    }
    var folder = origin.fetched(home);
    var download = new Download(origin.mirrors(), folder.directory());
    for (var file : origin.files()) {
      if (!folder.has(file.name()) || !FileCheck.of(folder, file).good()) {
        download.fetch(file, progress);
      }
    }
  }
}
