package org.noisemark.reports.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] TEXT = "what is written".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void saysWhatItHasWritten() throws IOException {
    var written = AtomicFile.write(folder.resolve("new/file"), out -> out.write(TEXT));
    assertEquals(AtomicFile.measured(TEXT), written);
  }

  @Test
  void followsSymbolicLinksAlsoToWhatIsNotThereYet() throws IOException {
    var data = Files.createDirectories(folder.resolve("data"));
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("data/second"));
    Files.createSymbolicLink(data.resolve("second"), Path.of("file"));
    for (int i = 0; i < 2; i++) { // absent, then present
      AtomicFile.write(link, TEXT);
      assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(data.resolve("second")));
      assertEquals("what is written", Files.readString(data.resolve("file")));
    }
    try (var left = Files.list(data)) {
      assertEquals(2, left.count(), "the link and the file");
    }
  }

  @Test
  void refusesACircleOfLinks() throws IOException {
    var one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    var error = assertThrows(IOException.class, () -> AtomicFile.write(one, TEXT));
    assertTrue(error.getMessage().contains("leads nowhere"), error.getMessage());
  }

  /** A device would be no regular file either; a pipe can be made by anybody. */
  @Test
  void writesIntoAPipeAndLeavesItThere() throws Exception {
    var pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    var read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    var written = AtomicFile.write(pipe, out -> out.write(TEXT));
    assertEquals("what is written", read.get(30, TimeUnit.SECONDS));
    assertEquals(AtomicFile.measured(TEXT), written);
    assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe), "the pipe was replaced");
  }

  /** In a container every process has the number 1. */
  @Test
  void whatAKilledProcessOfThisNumberLeftIsInNobodysWay() throws IOException {
    Path file = folder.resolve("file");
    for (int i = 1; i <= 1000; i++) {
      Files.createFile(folder.resolve(".file." + ProcessHandle.current().pid() + "-" + i + ".tmp"));
    }
    AtomicFile.write(file, new byte[] {1});
    assertEquals(1, Files.size(file));
  }
}
