package org.noisemark.cli.checkout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two checkouts trained on one machine, each by its own launcher: half a suite by the base, by the
 * head, by the base again; the other half by the head, by the base. So neither comes earlier on the
 * whole, what the machine does slowly weighs on both, and the base stands beside itself.
 *
 * @param arguments of {@code run}: suite and seeds
 * @param out where the folders {@value #BASE}, {@value #HEAD} and {@value #AGAIN} go
 */
public record SideBySide(
    Programs programs, Path base, Path head, List<String> arguments, Path out) {
  public static final String BASE = "base";
  public static final String HEAD = "head";
  public static final String AGAIN = "base-again";
  private static final String LAUNCHER = "suite/bin/noisemark";

  /** Some cells of one of the folders. */
  private record Part(String name, String shard) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(BASE, "1/2"),
          new Part(HEAD, "1/2"),
          new Part(AGAIN, "1/2"),
          new Part(HEAD, "2/2"),
          new Part(BASE, "2/2"));

  /**
   * Refuses what has no launcher.
   *
   * @throws IOException in one line
   */
  public void requireLaunchers() throws IOException {
    for (Path checkout : List.of(base, head)) {
      if (!Files.isExecutable(checkout.resolve(LAUNCHER))) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "no %s in %s, which was to train",
                LAUNCHER,
                checkout.equals(base) ? "the base" : checkout));
      }
    }
  }

  /**
   * Trains.
   *
   * @return 0, or the exit code of a program that left no records; a cell that ended in an error
   *     has one
   */
  public int train(PrintStream err) throws IOException {
    for (Part part : PARTS) {
      err.printf(Locale.ROOT, "noisemark: training %s, part %s%n", part.name, part.shard);
      Path folder = out.resolve(part.name);
      int code = programs.run(part.name.equals(HEAD) ? head : base, command(part, folder));
      boolean errors = code == 1 && Files.isDirectory(folder.resolve("cells"));
      if (code != 0 && !errors) {
        err.printf(
            Locale.ROOT,
            "noisemark: training %s ended with exit code %d, see above%n",
            part.name,
            code);
        return code;
      }
    }
    return 0;
  }

  private List<String> command(Part part, Path folder) {
    Path checkout = part.name.equals(HEAD) ? head : base;
    var command = new ArrayList<String>();
    command.add(checkout.resolve(LAUNCHER).toString());
    command.add("run");
    command.addAll(arguments);
    command.addAll(
        List.of("--shard", part.shard, "--out", folder.toAbsolutePath().toString(), "--quiet"));
    return command;
  }
}
