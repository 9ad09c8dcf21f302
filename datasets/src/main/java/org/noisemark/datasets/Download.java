package org.noisemark.datasets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Downloads files from mirrors. Each is written to {@code <file>.gz.part}, which a later attempt
 * resumes, and renamed only once the SHA-256 of its payload is right.
 */
final class Download {
  private static final int ATTEMPTS = 3;

  private final List<URI> mirrors;
  private final Path directory;
  private final Transfer transfer;
  private final Duration pause;

  Download(List<URI> mirrors, Path directory) {
    this(mirrors, directory, Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  /**
   * @param mirrors folders, each ending with a slash, tried in order
   * @param stall time without data after which a connection is given up
   * @param pause before the second attempt at a mirror; doubles before each next
   */
  Download(List<URI> mirrors, Path directory, Duration stall, Duration pause) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(stall)
            .build();
    this.mirrors = mirrors;
    this.directory = directory;
    this.transfer = new Transfer(client, stall);
    this.pause = pause;
  }

  /**
   * Downloads one file.
   *
   * @throws IOException in one line that says what each mirror answered, if none has a good copy
   */
  void fetch(DataFile file, FetchProgress progress) throws IOException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new IOException(directory + ": cannot be made a folder for downloads (" + e + ")", e);
    }
    var part = directory.resolve(file.packedName() + ".part");
    var failures = new ArrayList<String>();
    for (var mirror : mirrors) {
      var source = mirror.resolve(file.packedName());
      try {
        fetch(source, file, part, progress);
        publish(part, directory.resolve(file.packedName()));
        if (!file.isPacked()) {
          Files.deleteIfExists(directory.resolve(file.name())); // a damaged one would hide it
        }
        return;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failures.add(source + ": " + Transfer.reason(e));
      }
    }
    throw new IOException("cannot download " + file.name() + ": " + String.join("; ", failures));
  }

  private void fetch(URI source, DataFile file, Path part, FetchProgress progress)
      throws IOException {
    var wait = pause;
    for (int attempt = 1; ; attempt++) {
      boolean resumed = Files.exists(part);
      try {
        transfer.run(source, part, mostBytes(file), progress);
        Payload.read("what arrived", () -> Files.newInputStream(part), file).check(file);
        return;
      } catch (Transfer.RefusedException | InterruptedIOException e) {
        throw e;
      } catch (Transfer.BrokenOffException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (IOException e) {
        Files.deleteIfExists(part);
        if (!resumed || attempt == ATTEMPTS) { // a part of another mirror's copy, perhaps
          throw e;
        }
      }
      sleep(wait);
      wait = wait.multipliedBy(2);
    }
  }

  /** Compression makes no file much longer; a server that sends more is not sending the file. */
  private static long mostBytes(DataFile file) {
    return file.bytes() + file.bytes() / 100 + 65_536L;
  }

  private static void publish(Path part, Path target) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void sleep(Duration duration) throws InterruptedIOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("download interrupted");
    }
  }
}
