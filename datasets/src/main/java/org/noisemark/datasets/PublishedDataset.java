package org.noisemark.datasets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data set of published files: how to find, download, check and read them. */
public class PublishedDataset implements DatasetDefinition {
  private final String summary;
  private final String licence;
  private final Origin origin;
  private final DatasetReader reader;
  private final Map<DataHome, Dataset> loaded = new HashMap<>();

  PublishedDataset(String summary, String licence, Origin origin, DatasetReader reader) {
    this.summary = summary;
    this.licence = licence;
    this.origin = origin;
    this.reader = reader;
  }

  @Override
  public String name() {
    return origin.name();
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String licence() {
    return licence;
  }

  /**
   * Returns the data set, read and checked once in a process: later calls with the same home share
   * it.
   *
   * @throws IOException in one line, if it is not found, or if a file differs from the published
   *     one
   */
  @Override
  public synchronized Dataset load(DataHome home) throws IOException {
    var dataset = loaded.get(home);
    if (dataset == null) {
      var place = origin.require(home);
      var payloads = new HashMap<String, Payload>();
      for (var file : origin.files()) {
        var payload = place.read(file);
        if (file.isPacked()) { // what a stranger has packed is not unpacked
          payload.check(file);
        }
        payloads.put(file.name(), payload);
      }
      dataset = reader.read(name(), payloads);
      for (var file : origin.files()) {
        payloads.get(file.name()).check(file);
      }
      loaded.put(home, dataset);
    }
    return dataset;
  }

  @Override
  public Optional<String> locate(DataHome home) {
    return origin.find(home).map(Location::text);
  }

  /**
   * Reads every file and compares its payload with the one published.
   *
   * @throws IOException in one line, if the data set is not found
   */
  @Override
  public List<FileCheck> verify(DataHome home) throws IOException {
    var place = origin.require(home);
    return origin.files().stream().map(file -> FileCheck.of(place, file)).toList();
  }

  @Override
  public byte[] payload(DataHome home, DataFile file) throws IOException {
    var payload = origin.require(home).read(file);
    payload.check(file);
    return payload.bytes();
  }

  /**
   * Downloads what is missing or damaged into {@link DataHome#directory}; does nothing for a data
   * set that ships with the program. Resumes an interrupted download.
   *
   * @throws IOException in one line, if no mirror has a good copy or the folder cannot be written
   */
  @Override
  public void fetch(DataHome home, FetchProgress progress) throws IOException {
    if (origin.ships()) {
      return;
    }
    var folder = origin.fetched(home);
    var download = new Download(origin.mirrors(), folder.directory());
    for (var file : origin.files()) {
      if (!folder.has(file) || !FileCheck.of(folder, file).good()) {
        download.fetch(file, progress);
      }
    }
  }
}
