package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

@Tag("slow")
class StoppingTest {
  @TempDir Path directory;

  /** Interrupts the run when its third cell is done, and listens. */
  private static final class Interrupter implements Progress {
    private final Thread harness = Thread.currentThread();
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private int finished;

    @Override
    public synchronized void finished(Cell cell, RunRecord record) {
      if (++finished == 3) {
        harness.interrupt();
      }
    }

    @Override
    public void stopped(String message) {
      messages.add(message);
    }
  }

  @Test
  void keepsWhatIsDoneAndGoesOnFromThere() throws IOException {
    var plan = Tiny.plan(Tiny.SUITE.replace("epochs: 3", "epochs: 20"));
    var interrupter = new Interrupter();

    var stopped = Tiny.harness().run(plan, RunFolder.open(directory), 1, interrupter);

    assertTrue(stopped.interrupted());
    assertTrue(stopped.trained() >= 3 && stopped.trained() < 8, stopped.toString());
    assertEquals(1, interrupter.messages.size());
    assertTrue(interrupter.messages.get(0).contains("the same command trains the rest"));
    try (var files = Files.list(directory.resolve("cells"))) {
      for (var file : files.toList()) {
        RunRecords.read(file); // whole, and nothing else in the folder
      }
    }
    var rest = Tiny.run(plan, directory);
    assertEquals(new Harness.Summary(8 - stopped.trained(), stopped.trained(), 0, false), rest);
  }

  @Test
  void aRecordThatCannotBeWrittenStopsTheRun() throws IOException {
    Files.writeString(directory.resolve("cells"), "a file where the folder should be");

    var failure = assertThrows(IOException.class, () -> Tiny.run(Tiny.plan(), directory));

    assertTrue(failure.getMessage().contains("cells"), failure.getMessage());
  }
}
