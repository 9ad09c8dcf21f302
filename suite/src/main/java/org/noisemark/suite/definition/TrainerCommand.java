package org.noisemark.suite.definition;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;

/**
 * The command of a program that trains in place of an engine, and the digest by which another
 * version of it is another one.
 *
 * @param name as the suite calls it
 * @param command the program first; it is run in the folder in which noisemark runs
 */
public record TrainerCommand(String name, List<String> command) {
  private static final byte[] SCRIPT = {'#', '!'};

  public TrainerCommand {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("command must have a program, got nothing");
    }
  }

  /** Returns the one that a cell was planned with. */
  public static TrainerCommand of(Cell.Trainer trainer) {
    return new TrainerCommand(trainer.name(), trainer.command());
  }

  /**
   * Returns it as a cell has it.
   *
   * @param beside the engine that trains the rest of the suite
   * @throws IllegalArgumentException if a file of the command cannot be read
   */
  public Cell.Trainer in(String beside) {
    return new Cell.Trainer(name, sha256(), beside, command);
  }

  /**
   * Returns the SHA-256 of the command: of its arguments as a JSON list, in which the digest of the
   * content stands for each that names a file. The program is such a file if it is a script, which
   * begins with {@code #!}; another one, an interpreter, is known by its name alone.
   *
   * @throws IllegalArgumentException if a file of it cannot be read
   */
  public String sha256() {
    var parts = new ArrayList<String>();
    for (int i = 0; i < command.size(); i++) {
      String plain = i == 0 ? new File(command.get(0)).getName() : command.get(i);
      parts.add(file(i).map(file -> "sha256:" + digest(file)).orElse(plain));
    }
    return DigestUtils.sha256Hex(Json.canonical(parts));
  }

  /** Returns the SHA-256 of each file of the command, by its name without folders. */
  public SortedMap<String, String> files() {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < command.size(); i++) {
      file(i).ifPresent(file -> files.put(file.getFileName().toString(), digest(file)));
    }
    return files;
  }

  /**
   * Requires that the program can be found and is the one that a cell was planned with.
   *
   * @throws IllegalArgumentException in one line if not
   */
  public void require(String sha256) {
    String program = command.get(0);
    if (program.contains(File.separator)
        ? !Files.isExecutable(Path.of(program))
        : onThePath(program).isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "trainer %s: there is no program '%s' that can be run%s",
              name,
              program,
              program.contains(File.separator) ? "" : " on the PATH"));
    }
    String found = sha256();
    if (!found.equals(sha256)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "trainer %s: the command %s is another one than the cell names: SHA-256 %s, expected"
                  + " %s",
              name,
              command,
              found,
              sha256));
    }
  }

  private static Optional<Path> onThePath(String program) {
    String path = System.getenv("PATH");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path == null ? "" : path)
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<Path> file(int argument) {
    try {
      Path file = Path.of(command.get(argument));
      return Files.isRegularFile(file) && (argument > 0 || isScript(file))
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isScript(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(SCRIPT, in.readNBytes(SCRIPT.length));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
