package org.noisemark.datasets;

import java.io.IOException;
import java.util.Optional;

/**
 * The result of {@code data verify} for one file.
 *
 * @param file the expected one
 * @param place where it was looked for
 * @param foundSha256 of its payload; empty if it is missing, oversized or cannot be unpacked
 * @param problem one line; empty if the file is good
 */
public record FileCheck(
    DataFile file, String place, Optional<String> foundSha256, Optional<String> problem) {

  static FileCheck of(Location place, DataFile file) {
    try {
      var payload = place.read(file);
      // only the head of an oversized file is read; its hash would mislead
      Optional<String> sha256 =
          payload.bytes().length > file.bytes() ? Optional.empty() : Optional.of(payload.sha256());
      return new FileCheck(file, payload.where(), sha256, problem(payload, file));
    } catch (IOException e) {
      return new FileCheck(file, place.text(), Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  private static Optional<String> problem(Payload payload, DataFile file) {
    try {
      payload.check(file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  public boolean good() {
    return problem.isEmpty();
  }
}
