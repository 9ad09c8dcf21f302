package org.noisemark.cli.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Those of the system. */
public final class SystemPrograms implements Programs {
  private volatile Process running;

  @Override
  public int run(Path directory, List<String> command) throws IOException {
    return end(
        builder(directory, command, Redirect.INHERIT).redirectOutput(Redirect.DISCARD).start());
  }

  @Override
  public String output(Path directory, List<String> command) throws IOException {
    Process process = builder(directory, command, Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return end(process) == 0 ? printed.stripTrailing() : null;
  }

  @Override
  public void stop() {
    Process process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy); // a shell waits for what it started
      process.destroy();
      process.onExit().join();
    }
  }

  private static ProcessBuilder builder(Path directory, List<String> command, Redirect errors) {
    return new ProcessBuilder(command)
        .directory(directory.toAbsolutePath().toFile())
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectError(errors);
  }

  private int end(Process process) {
    running = process;
    try {
      CompletableFuture<Process> end = process.onExit();
      return end.join().exitValue();
    } finally {
      running = null;
    }
  }
}
