package org.noisemark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Linux's "key : value" files under /proc. */
final class ProcFile {
  private ProcFile() {}

  /** Returns the first value of a key; empty where there is none or no such file. */
  static Optional<String> value(Path file, String key) {
    try (var lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(":", 2))
          .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
          .map(parts -> parts[1].strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Returns, in bytes, a value given as "123 kB". */
  static OptionalLong kilobytes(Path file, String key) {
    return value(file, key)
        .filter(text -> text.matches("\\d{1,15} kB"))
        .map(text -> OptionalLong.of(Long.parseLong(text.substring(0, text.length() - 3)) * 1024))
        .orElse(OptionalLong.empty());
  }
}
