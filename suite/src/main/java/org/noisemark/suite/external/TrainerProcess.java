package org.noisemark.suite.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.noisemark.reports.records.Json;

/**
 * A program that trains, and the lines that go to it and come from it. Whatever it does, a call
 * ends when the cell's time is over or its thread is interrupted, and closing this ends the program
 * with all that it has started. Used by one thread.
 */
public final class TrainerProcess implements AutoCloseable {
  /** The longest line that is read from a program, in bytes. */
  static final int LONGEST_LINE = 1 << 20;

  private static final int LOOK_MILLISECONDS = 200;
  private static final int LAST_WORDS_MILLISECONDS = 2000;
  private static final int GOODBYE_MILLISECONDS = 5000;

  /** Whether to go on. */
  @FunctionalInterface
  public interface Limit {
    /**
     * @throws TimeoutException if the time is over
     * @throws InterruptedException if the thread was interrupted
     */
    void check() throws InterruptedException, TimeoutException;
  }

  private final String name;
  private final Process process;
  private final ProcessTree tree;
  private final Limit limit;
  private final InputStream answers;
  private final LastLine lastLine = new LastLine();
  private final ExecutorService io =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "trainer");
            thread.setDaemon(true);
            return thread;
          });

  private TrainerProcess(String name, Process process, ProcessTree tree, Limit limit) {
    this.name = name;
    this.process = process;
    this.tree = tree;
    this.limit = limit;
    this.answers = new BufferedInputStream(process.getInputStream());
    io.execute(() -> lastLine.drain(process.getErrorStream()));
  }

  /**
   * Starts a program, which is told by the usual variables to use one thread.
   *
   * @param name of the trainer, for messages
   * @param command the program first
   * @param limit asked while the program is waited for
   * @throws TrainerException if it cannot be started
   */
  public static TrainerProcess start(String name, List<String> command, Limit limit)
      throws TrainerException {
    String mark = UUID.randomUUID().toString();
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put(ProcessTree.VARIABLE, mark);
    for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
      environment.putIfAbsent(variable, "1");
    }
    try {
      var process = builder.start();
      return new TrainerProcess(name, process, new ProcessTree(process.toHandle(), mark), limit);
    } catch (IOException e) {
      throw new TrainerException(
          name + " cannot be started: " + LastLine.printable(e.getMessage()), e);
    }
  }

  /**
   * Sends a message and waits for its answer.
   *
   * @param message as JSON is made of, with a "type"
   * @throws TrainerException in one line if the program ends, or answers anything else
   */
  public <T extends Record & Reply> T ask(Map<String, Object> message, Class<T> answer)
      throws IOException, InterruptedException, TimeoutException {
    String asked = String.valueOf(message.get("type"));
    send(message, asked);
    byte[] line = await(this::line, asked);
    try {
      return Reply.read(line, answer);
    } catch (IllegalArgumentException e) {
      throw new TrainerException(
          String.join(
              "",
              name,
              " answered '",
              asked,
              "' with ",
              LastLine.printable(new String(line, UTF_8)),
              ": ",
              LastLine.printable(e.getMessage())),
          e);
    }
  }

  private void send(Map<String, Object> message, String asked)
      throws IOException, InterruptedException, TimeoutException {
    byte[] line = (Json.canonical(message) + "\n").getBytes(UTF_8);
    await(
        () -> {
          OutputStream out = process.getOutputStream();
          out.write(line);
          out.flush();
          return null;
        },
        asked);
  }

  /** Says that nothing more is asked, and gives the program a moment to end by itself. */
  public void end() throws InterruptedException, TimeoutException {
    tree.look();
    try {
      send(Map.of("type", "end"), "end");
      process.getOutputStream().close();
    } catch (IOException e) {
      return; // it has ended already
    }
    for (int waited = 0; waited < GOODBYE_MILLISECONDS; waited += LOOK_MILLISECONDS) {
      if (process.waitFor(LOOK_MILLISECONDS, MILLISECONDS)) {
        return;
      }
      limit.check();
    }
  }

  /** Returns the most memory that the program and its children have held; empty if not known. */
  public OptionalLong peakResidentBytes() {
    return tree.peakResidentBytes();
  }

  private <T> T await(Callable<T> task, String asked)
      throws IOException, InterruptedException, TimeoutException {
    var future = io.submit(task);
    boolean ended = false;
    while (true) {
      try {
        return future.get(LOOK_MILLISECONDS, MILLISECONDS);
      } catch (TimeoutException e) {
        limit.check();
        if (ended) {
          throw ended(asked); // a child of it holds its output open
        }
        ended = !process.isAlive();
        tree.look();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TrainerException wrong) {
          throw wrong;
        }
        if (e.getCause() instanceof IOException) {
          throw ended(asked);
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Reads one line; at the end of the output the program has ended, or closed it. */
  private byte[] line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException("the end of the output");
      }
      if (line.size() == LONGEST_LINE) {
        throw new TrainerException(
            name + " wrote a line of more than " + LONGEST_LINE + " bytes, expected a message");
      }
      line.write(next);
    }
    return line.toByteArray();
  }

  private TrainerException ended(String asked) throws InterruptedException, TimeoutException {
    limit.check();
    String how =
        process.waitFor(LAST_WORDS_MILLISECONDS, MILLISECONDS)
            ? " ended with exit code " + process.exitValue()
            : " closed its output";
    if (lastLine.text().isEmpty()) {
      Thread.sleep(LOOK_MILLISECONDS); // what it has written may be on its way
    }
    String last = lastLine.text();
    return new TrainerException(
        name + how + " before it answered '" + asked + "'" + (last.isEmpty() ? "" : ": " + last));
  }

  @Override
  public void close() {
    tree.kill();
    io.shutdownNow();
  }
}
