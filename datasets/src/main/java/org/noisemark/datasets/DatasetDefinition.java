package org.noisemark.datasets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.noisemark.plugin.Definition;

/**
 * A data set that users can ask for by name. It has no hyper-parameters: another form of it is
 * another data set.
 */
public interface DatasetDefinition extends Definition {
  /** Returns the licence of the data and the owner of its rights. */
  String licence();

  /**
   * Returns the data set, the same at every call.
   *
   * @param home where data sets are kept
   * @throws IOException in one line, if it is not found or not what is expected
   */
  Dataset load(DataHome home) throws IOException;

  /** Returns where the data set is: a folder, or words; empty if it is not found. */
  default Optional<String> locate(DataHome home) {
    return Optional.of("comes with it");
  }

  /**
   * Compares every file with the one published; nothing where none is.
   *
   * @throws IOException in one line, if the data set is not found
   */
  default List<FileCheck> verify(DataHome home) throws IOException {
    return List.of();
  }

  /**
   * Returns the unpacked bytes of one of the files that {@link #verify} names.
   *
   * @throws IOException in one line, if it is not found or not the one published
   */
  default byte[] payload(DataHome home, DataFile file) throws IOException {
    throw new FileNotFoundException(name() + " has no file " + file.name());
  }

  /**
   * Downloads what is missing or damaged into {@link DataHome#directory}; nothing where nothing is
   * to be downloaded.
   *
   * @throws IOException in one line, if no mirror has a good copy or the folder cannot be written
   */
  default void fetch(DataHome home, FetchProgress progress) throws IOException {}
}
