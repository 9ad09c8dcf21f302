package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.noisemark.datasets.FileCheck;
import org.noisemark.reports.records.AtomicFile;

/** Takes over files that the user has got by other means. */
final class Imports {
  private Imports() {}

  /**
   * Copies checked files, packed or not as they are, into a folder; each whole or not at all.
   *
   * @param files found good in folders of this machine; embedded ones are passed over
   */
  static void copy(List<FileCheck> files, Path folder) throws IOException {
    for (var file : files) {
      var source = Path.of(file.place());
      var target = folder.resolve(source.getFileName());
      boolean itself = Files.exists(target) && Files.isSameFile(source, target);
      if (Files.isRegularFile(source) && !itself) {
        AtomicFile.write(target, Files.readAllBytes(source));
      }
    }
  }
}
