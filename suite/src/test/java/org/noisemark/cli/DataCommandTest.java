package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DataCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhereDataSetsAre() {
    var list = JsonMapper.shared().readTree(run("list", "--json").out());
    assertEquals("fashion-mnist-mini", list.path(0).path("name").asString());
    assertEquals("embedded", list.path(0).path("place").asString());
    assertTrue(run("list").out().contains("licence: MIT"));
  }

  @Test
  void verifiesWhatShips() {
    var verified = run("verify", "fashion-mnist-mini");
    assertEquals(0, verified.exitCode(), verified.err());
    assertEquals(4, verified.out().lines().filter(line -> line.startsWith("good ")).count());
  }

  @Test
  void fetchesNothingThatShips() {
    var fetched = run("fetch", "fashion-mnist-mini");
    assertEquals(0, fetched.exitCode(), fetched.err());
    assertTrue(fetched.out().contains("embedded"), fetched.out());
  }

  /** A folder with the right names and wrong bytes must not end up in the data home. */
  @Test
  void takesOverNothingDamaged() throws IOException {
    var from = Files.createDirectory(folder.resolve("from"));
    for (var part : new String[] {"train", "t10k"}) {
      Files.writeString(from.resolve(part + "-images-idx3-ubyte"), "wrong");
      Files.writeString(from.resolve(part + "-labels-idx1-ubyte"), "wrong");
    }
    var verified = run("verify", "fashion-mnist", "--from", from.toString());
    assertEquals(2, verified.exitCode());
    assertEquals(4, verified.out().lines().filter(line -> line.startsWith("BAD ")).count());
    var fetched = run("fetch", "fashion-mnist", "--from", from.toString());
    assertEquals(2, fetched.exitCode());
    assertEquals(1, fetched.err().lines().count(), fetched.err());
    assertTrue(Files.notExists(folder.resolve("home")));
  }

  private CommandLineRun run(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "data";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineRun.of(folder.resolve("home"), all);
  }
}
