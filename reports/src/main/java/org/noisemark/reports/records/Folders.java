package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Whole folders at once. */
public final class Folders {
  private Folders() {}

  /** The bytes of every file below, by its path with slashes. */
  public static TreeMap<String, byte[]> read(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    for (Path file : walk(folder)) {
      if (Files.isRegularFile(file)) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  public static void copy(Path from, Path to) throws IOException {
    for (Path file : walk(from)) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }

  /** Puts a folder in the place of another, which is gone then. */
  public static void replace(Path folder, Path by) throws IOException {
    delete(folder);
    Files.move(by, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> paths = walk(folder);
      for (Path path : paths.stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }
}
