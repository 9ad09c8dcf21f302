package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.noisemark.reports.records.CellDigests;
import org.noisemark.reports.records.RunRecords;

/** The records against {@value CellDigests#FILE}, the digests written with the reports. */
final class Manifest {
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64})  (cells/r[0-9a-f]{16}\\.json)");

  private Manifest() {}

  static List<Finding> check(Path directory) throws IOException {
    Path file = directory.resolve(CellDigests.FILE);
    if (!Files.isRegularFile(file)) {
      return List.of(); // found with the derived files
    }
    var findings = new ArrayList<Finding>();
    Map<String, String> listed = read(file, findings);
    Map<String, String> found = new TreeMap<>();
    for (Path cell : RunRecords.files(directory)) {
      found.put("cells/" + cell.getFileName(), CellDigests.of(cell));
    }
    var all = new TreeSet<>(listed.keySet());
    all.addAll(found.keySet());
    for (String cell : all) {
      if (!found.containsKey(cell)) {
        findings.add(Finding.error(cell, "is missing, though " + CellDigests.FILE + " lists it"));
      } else if (!listed.containsKey(cell)) {
        findings.add(
            Finding.error(cell, "is there, though " + CellDigests.FILE + " does not list it"));
      } else if (!found.get(cell).equals(listed.get(cell))) {
        findings.add(
            new Finding(
                Finding.Severity.ERROR,
                cell,
                "",
                "",
                found.get(cell),
                listed.get(cell),
                "was changed after the reports were written: its SHA-256 is not the listed one"));
      }
    }
    return findings;
  }

  private static Map<String, String> read(Path file, List<Finding> findings) throws IOException {
    var digests = new TreeMap<String, String>();
    int number = 0;
    for (String line : Files.readString(file).split("\n")) {
      number++;
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        findings.add(
            Finding.error(
                CellDigests.FILE,
                "line " + number + " is not a SHA-256, two spaces and the path of a record"));
      } else if (digests.put(parts.group(2), parts.group(1)) != null) {
        findings.add(Finding.error(CellDigests.FILE, "lists " + parts.group(2) + " twice"));
      }
    }
    return digests;
  }
}
