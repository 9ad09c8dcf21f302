package org.noisemark.cli.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.records.Folders;

/**
 * A commit of a Git repository, checked out into a temporary folder that is gone in the end, also
 * where the process is ended by a signal.
 */
public final class Worktree implements AutoCloseable {
  private final Programs programs;
  private final Path root;
  private final Path folder;
  private final Thread atEnd = new Thread(this::end);
  private boolean closed;

  private Worktree(Programs programs, Path root, Path folder) {
    this.programs = programs;
    this.root = root;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** Returns the top folder of the checkout that a folder lies in. */
  public static Path root(Programs programs, Path folder) throws IOException {
    String root = programs.output(folder, List.of("git", "rev-parse", "--show-toplevel"));
    if (root == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--base compares commits: expected a Git checkout, but %s lies in none",
              folder.toAbsolutePath().normalize()));
    }
    return Path.of(root);
  }

  /**
   * Returns the SHA-1 of a commit.
   *
   * @param reference as the user names it
   */
  public static String commit(Programs programs, Path root, String reference) throws IOException {
    String commit =
        programs.output(
            root,
            List.of(
                "git",
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                reference + "^{commit}"));
    if (commit == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--base is '%s', expected a commit that the checkout %s has",
              reference,
              root));
    }
    return commit;
  }

  /** Checks a commit out. */
  public static Worktree of(Programs programs, Path root, String commit) throws IOException {
    Path folder = Files.createTempDirectory("noisemark-base");
    var worktree = new Worktree(programs, root, folder);
    String path = worktree.path().toString();
    if (programs.run(root, List.of("git", "worktree", "add", "--quiet", "--detach", path, commit))
        != 0) {
      worktree.close();
      throw new IOException("'git worktree add' failed for commit " + commit);
    }
    return worktree;
  }

  public Path path() {
    return beside("checkout");
  }

  /** Returns a place that is gone in the end as well. */
  public Path beside(String name) {
    return folder.resolve(name);
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // It is the hook that closes.
    }
    Folders.delete(folder);
    programs.output(root, List.of("git", "worktree", "prune"));
  }

  private void end() {
    programs.stop();
    try {
      close();
    } catch (IOException e) {
      System.err.println("noisemark: " + folder + " could not be removed: " + e.getMessage());
    }
  }
}
