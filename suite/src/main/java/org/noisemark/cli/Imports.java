package org.noisemark.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.noisemark.datasets.FileCheck;

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
      if (Files.isRegularFile(source)) {
        Files.createDirectories(folder);
        copy(source, folder.resolve(source.getFileName()));
      }
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    if (Files.exists(target) && Files.isSameFile(source, target)) {
      return;
    }
    var part = target.resolveSibling(target.getFileName() + ".part");
    Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
