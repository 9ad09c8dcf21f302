package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.study.Studies;
import org.noisemark.suite.definition.Suites;

/** What bash itself makes of the script. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class CompletionCommandTest {
  @TempDir Path folder;

  @Test
  void completesVerbsOptionsAndNames() throws Exception {
    assertEquals(Set.of("report", "reproduce"), complete("re"));
    assertTrue(complete("run", "--").containsAll(List.of("--engine", "--shard", "--help")));
    assertEquals(Suites.presets().keySet(), complete("run", ""));
    assertEquals(Set.of("weight-decay"), complete("plan", "we"));
    assertEquals(Set.of("noise"), complete("study", "noi"));
    assertTrue(complete("study", "").containsAll(Studies.titles().keySet()));
    assertEquals(Set.of("libtorch", "libtorch-graphs"), complete("run", "--engine", "lib"));
    assertEquals(Set.of("cpu", "cuda"), complete("run", "--device", ""));
    assertEquals(Set.of("noises", "networks"), complete("list", "n"));
    assertEquals(Set.of(), complete("run", "no-such-preset"));
  }

  @Test
  void refusesOtherShellsInALine() {
    var run = CommandLineRun.of(folder, "completion", "fish");
    assertEquals(2, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("[bash, zsh]"), run.err());
  }

  /** Returns the words that bash offers for the last of these behind {@code noisemark}. */
  private Set<String> complete(String... words) throws Exception {
    var script = folder.resolve("noisemark.bash");
    Files.writeString(script, CommandLineRun.of(folder, "completion", "bash").out());
    var typed = new StringBuilder("noisemark");
    for (var word : words) {
      typed.append(" '").append(word).append('\'');
    }
    var process =
        new ProcessBuilder(
                "bash",
                "-c",
                "source \"$1\"; COMP_WORDS=("
                    + typed
                    + "); COMP_CWORD="
                    + words.length
                    + "; _complete_noisemark noisemark \"${COMP_WORDS[COMP_CWORD]}\" x;"
                    + " printf '%s\\n' \"${COMPREPLY[@]}\"",
                "-",
                script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt knows no completion here
            .start();
    process.getOutputStream().close();
    var answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "hangs");
    var offered = new TreeSet<>(Arrays.asList(answer.strip().split("\\s+")));
    offered.remove("");
    return offered;
  }
}
