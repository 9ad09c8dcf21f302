package org.noisemark.cli.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.records.RunRecord;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into one line on standard error and an exit code. */
public final class Failures {
  public static final int INTERNAL = 1;
  static final int USAGE = 2;

  /** Results that are wrong or incomplete. */
  public static final int INVALID = 6;

  /** What a shell reports of a program that Ctrl-C ended. */
  public static final int INTERRUPTED = 130;

  private Failures() {}

  /**
   * Says so where a cell has no result, good or bad: that is no verdict on an optimizer. Returns
   * whether there is one.
   */
  public static boolean ofCells(List<RunRecord> records, PrintStream err) {
    long errors = records.stream().filter(run -> run.status() == RunRecord.Status.ERROR).count();
    if (errors > 0) {
      err.printf(
          Locale.ROOT,
          "noisemark: %d of %d cells ended in an error, which runs.csv names; 'noisemark run"
              + " --retry-failed' trains them again%n",
          errors,
          records.size());
    }
    return errors > 0;
  }

  /** For what the command line itself says wrongly: an unknown verb or option, no number. */
  public static int wrongArguments(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    var message = oneLine(message(e, command));
    var help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println("noisemark: " + message + " (see " + help + ")");
    return USAGE;
  }

  private static String message(ParameterException e, CommandLine command) {
    var verbs = command.getSubcommands().keySet();
    if (e instanceof UnmatchedArgumentException unmatched) {
      var word = unmatched.getUnmatched().get(0);
      var near = unmatched.getSuggestions();
      return (word.startsWith("-") ? "unknown option '" : "unexpected '")
          + word
          + "'"
          + (verbs.isEmpty() ? "" : ", expected one of " + verbs)
          + (near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?");
    }
    if (!verbs.isEmpty() && e.getMessage().startsWith("Missing required subcommand")) {
      return "a verb is missing, expected one of " + verbs;
    }
    return e.getMessage();
  }

  /** For what a command found wrong: the user's mistakes are told in a line, ours with a trace. */
  public static int failed(Exception e, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    if (e instanceof IllegalArgumentException || e instanceof IOException) {
      err.println("noisemark: " + oneLine(message(e)));
      return USAGE;
    }
    if (e instanceof UncheckedIOException unchecked) {
      return failed(unchecked.getCause(), command, parsed);
    }
    return internal(e, err);
  }

  public static int internal(Throwable e, PrintWriter err) {
    if (e instanceof OutOfMemoryError) {
      err.println(
          String.format(
                  Locale.ROOT,
                  "noisemark: out of memory: %s; the heap may grow to %d MiB, NOISEMARK_HEAP=8g lets it",
                  oneLine(message(e)),
                  Runtime.getRuntime().maxMemory() >> 20)
              + " grow to more");
      return INTERNAL;
    }
    err.println("noisemark: internal error, please report it: " + oneLine(e.toString()));
    e.printStackTrace(err);
    return INTERNAL;
  }

  /** The JDK's file exceptions say only which file; this says what of it. */
  private static String message(Throwable e) {
    if (e.getMessage() == null) {
      return e.getClass().getSimpleName();
    }
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + ": no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + ": no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + ": is there already, and is no folder";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason().toLowerCase(Locale.ROOT);
    }
    return e.getMessage();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
