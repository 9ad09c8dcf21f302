package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record in which bits are flipped, that is cut short, or that holds other bytes: {@code verify}
 * finds it, {@code report} says so in a line or reports what stands there, and nothing ends in a
 * stack trace.
 */
@Tag("slow")
class DamagedRecordsTest {
  private static final int DAMAGES = Integer.getInteger("noisemark.campaign", 12);

  private static final String SUITE =
      """
      name: tiny
      version: 1.0.0
      summary: two cells
      datasets: [fashion-mnist-mini]
      noises: [{kind: pairflip@1, rate: 0.2}]
      networks: [mlp]
      optimizers: [{name: sgd}, {name: psam}]
      training: {epochs: 1, batch_size: 500, learning_rate: 0.05}
      seeds: [1]
      """;

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();

  @Test
  void isFoundAndEndsInNoTrace() throws IOException {
    Path results = folder.resolve("results");
    Path suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
    assertEquals(0, command("before", "run", suite.toString(), "--out", results.toString()));
    List<Path> records;
    try (Stream<Path> files = Files.list(results.resolve("cells"))) {
      records = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertEquals(
        0,
        command("before", "verify", results.toString(), "--suite", suite.toString()),
        "undamaged");
    var random = new Random(15);
    int refused = 0;
    for (int i = 0; i < DAMAGES; i++) {
      Path record = records.get(random.nextInt(records.size()));
      byte[] bytes = Files.readAllBytes(record);
      String damage = damage(bytes.length, random);
      byte[] damaged = damaged(bytes, damage, random);
      Files.write(record, damaged);
      int verified = command(damage, "verify", results.toString(), "--suite", suite.toString());
      if (verified != 6) {
        found.add(damage + " is not found by verify, which ends with " + verified);
      }
      if (command(damage, "report", results.toString(), "--out", folder.resolve("out").toString())
          == 2) {
        refused++;
      }
      Files.write(record, bytes);
    }
    assertEquals(List.of(), found);
    assertTrue(refused > 0, "no damage made a record unreadable");
    assertEquals(
        0, command("after", "verify", results.toString(), "--suite", suite.toString()), "mended");
  }

  private static String damage(int length, Random random) {
    int at = random.nextInt(length);
    return switch (random.nextInt(4)) {
      case 0 -> "cut at " + at;
      case 1 -> "zeros from " + at;
      default -> "flip at " + at;
    };
  }

  private static byte[] damaged(byte[] bytes, String damage, Random random) {
    int at = Integer.parseInt(damage.substring(damage.lastIndexOf(' ') + 1));
    byte[] damaged = bytes.clone();
    if (damage.startsWith("cut")) {
      return Arrays.copyOf(bytes, at);
    }
    if (damage.startsWith("zeros")) {
      Arrays.fill(damaged, at, bytes.length, (byte) 0);
    } else {
      damaged[at] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  private int command(String damage, String... arguments) {
    var run = CommandLineRun.of(folder, arguments);
    boolean isRefusal = run.exitCode() == 2;
    if (run.exitCode() == 1
        || (run.out() + run.err()).contains("\tat ")
        || isRefusal && run.err().lines().count() != 1) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s: %s ends with %d: %s",
              damage,
              arguments[0],
              run.exitCode(),
              run.err()));
    }
    return run.exitCode();
  }
}
