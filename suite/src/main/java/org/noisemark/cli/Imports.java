package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.DatasetDefinition;
import org.noisemark.reports.records.AtomicFile;

/** Takes over files that the user has got by other means. */
final class Imports {
  private Imports() {}

  /**
   * Writes the files of a data set, unpacked, under their published names, into a folder; each
   * whole or not at all, in place of one that differs. What ships is passed over.
   *
   * @param given where they are
   * @throws IOException in one line, if one is not the one published
   */
  static void copy(DatasetDefinition dataset, DataHome given, Path folder) throws IOException {
    for (var check : dataset.verify(given)) {
      if (!check.place().startsWith("embedded")) {
        var target = folder.resolve(check.file().name());
        byte[] payload = dataset.payload(given, check.file());
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), payload)) {
          AtomicFile.write(target, payload);
        }
      }
    }
  }
}
