package org.noisemark.datasets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One HTTP request into a file, going on where the file ends. */
final class Transfer {
  private static final long POLL_MILLIS = 100;

  private final HttpClient client;
  private final Duration stall;

  Transfer(HttpClient client, Duration stall) {
    this.client = client;
    this.stall = stall;
  }

  /** The server answered, and a retry will not help. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  /** The connection failed; the bytes received so far are kept. */
  static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenOffException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Fills the file to its end. Returns also where the server says that there is nothing beyond what
   * the file holds already (status 416).
   *
   * @param mostBytes a longer file is refused
   */
  void run(URI source, Path part, long mostBytes, FetchProgress progress) throws IOException {
    long offset = Files.exists(part) ? Files.size(part) : 0;
    var request = HttpRequest.newBuilder(source).header("User-Agent", "noisemark");
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    var total = new AtomicLong(-1);
    var response =
        client.sendAsync(request.build(), answer -> subscriber(answer, offset, part, total));
    try {
      int status = await(response, part, mostBytes, total, progress).statusCode();
      if (status >= 500 || status == 408 || status == 429) {
        throw new BrokenOffException("HTTP status " + status, null);
      }
      if (status != 200 && status != 206 && status != 416) {
        throw new RefusedException("HTTP status " + status);
      }
    } finally {
      response.cancel(true);
    }
  }

  private static HttpResponse.BodySubscriber<Void> subscriber(
      HttpResponse.ResponseInfo answer, long offset, Path part, AtomicLong total) {
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    String range = answer.headers().firstValue("Content-Range").orElse("");
    if (answer.statusCode() == 206 && range.startsWith("bytes " + offset + "-")) {
      total.set(length < 0 ? -1 : offset + length);
      return FileSubscriber.to(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    if (answer.statusCode() == 200) { // the server ignores ranges, or none was asked for
      total.set(length);
      return FileSubscriber.to(
          part,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    return BodySubscribers.discarding();
  }

  private HttpResponse<Void> await(
      CompletableFuture<HttpResponse<Void>> response,
      Path part,
      long mostBytes,
      AtomicLong total,
      FetchProgress progress)
      throws IOException {
    String file = part.getFileName().toString().replace(".part", "");
    long last = -1;
    long lastGrowth = System.nanoTime();
    while (true) {
      try {
        var answer = response.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        progress.received(file, size(part), total.get());
        return answer;
      } catch (TimeoutException e) {
        long size = size(part);
        progress.received(file, size, total.get());
        if (size > mostBytes) {
          throw new IOException("sends more than the " + mostBytes + " bytes expected at most", e);
        }
        if (size != last) {
          last = size;
          lastGrowth = System.nanoTime();
        } else if (System.nanoTime() - lastGrowth > stall.toNanos()) {
          throw new BrokenOffException("nothing came for " + stall.toSeconds() + " s", e);
        }
      } catch (ExecutionException e) {
        throw new BrokenOffException(reason(e.getCause()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("download interrupted");
      }
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Returns one line, also for the exceptions of the HTTP client that come without a message. */
  static String reason(Throwable exception) {
    if (exception instanceof ConnectException) {
      return "no connection";
    }
    String message = exception.getMessage();
    return message == null
        ? exception.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
