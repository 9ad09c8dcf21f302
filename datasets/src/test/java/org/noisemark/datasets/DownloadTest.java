package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final byte[] PAYLOAD = payload();
  private static final byte[] PACKED = TinyDataset.gzip(PAYLOAD);
  private static final DataFile FILE =
      new DataFile("file", PAYLOAD.length, DigestUtils.sha256Hex(PAYLOAD));

  @TempDir private Path folder;
  private Mirror mirror;

  /** Noise, so that packing does not shrink it and a cut falls inside. */
  private static byte[] payload() {
    var bytes = new byte[300_000];
    Seeds.generator(1, "test").nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void start() throws IOException {
    mirror = new Mirror(PACKED);
  }

  @AfterEach
  void stop() {
    mirror.close();
  }

  @Test
  void getsAWholeFile() throws IOException {
    var received = new ArrayList<Long>();
    var totals = new ArrayList<Long>();
    download()
        .fetch(
            FILE,
            (file, bytes, total) -> {
              assertEquals("file.gz", file);
              received.add(bytes);
              totals.add(total);
            });
    assertArrived();
    assertEquals(PACKED.length, received.get(received.size() - 1));
    assertEquals(PACKED.length, totals.get(totals.size() - 1));
    assertFalse(Files.exists(part()));
  }

  @Test
  void goesOnWhereAnEarlierProgramStopped() throws IOException {
    Files.write(part(), Arrays.copyOf(PACKED, 100_000));
    download().fetch(FILE, FetchProgress.SILENT);
    assertArrived();
    assertEquals(List.of("bytes=100000-"), mirror.ranges());
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    mirror.cutFirstAnswerAfter(150_000);
    download().fetch(FILE, FetchProgress.SILENT);
    assertArrived();
    assertEquals(2, mirror.ranges().size());
    assertEquals("", mirror.ranges().get(0));
    assertTrue(mirror.ranges().get(1).matches("bytes=[1-9][0-9]*-"), mirror.ranges()::toString);
  }

  @Test
  void startsAfreshWhereTheServerIgnoresRanges() throws IOException {
    mirror.ignoreRanges();
    Files.write(part(), new byte[100_000]);
    download().fetch(FILE, FetchProgress.SILENT);
    assertArrived();
  }

  @Test
  void takesAPartThatIsWholeAlready() throws IOException {
    Files.write(part(), PACKED);
    download().fetch(FILE, FetchProgress.SILENT);
    assertArrived();
  }

  @Test
  void startsAfreshAfterAPartOfSomethingElse() throws IOException {
    Files.write(part(), new byte[100_000]);
    download().fetch(FILE, FetchProgress.SILENT);
    assertArrived();
    assertEquals(List.of("bytes=100000-", ""), mirror.ranges());
  }

  @Test
  void asksTheNextMirror() throws IOException {
    try (var broken = new Mirror(PACKED)) {
      broken.answer(404);
      new Download(List.of(broken.uri(), mirror.uri()), folder, stall(), Duration.ZERO)
          .fetch(FILE, FetchProgress.SILENT);
    }
    assertArrived();
  }

  @Test
  void asksOnceWhereTheFileIsNot() {
    mirror.answer(404);
    assertTrue(failure().endsWith("/file.gz: HTTP status 404"), failure());
    assertEquals(2, mirror.ranges().size());
  }

  @Test
  void asksAgainWhereTheServerIsBusy() {
    mirror.answer(503);
    assertTrue(failure().endsWith("/file.gz: HTTP status 503"));
    assertEquals(3, mirror.ranges().size());
  }

  @Test
  void refusesWrongBytes() {
    var other = PAYLOAD.clone();
    other[7] ^= 1;
    mirror.serve(TinyDataset.gzip(other));
    String message = failure();
    assertTrue(
        message.contains("SHA-256 of the unpacked file is " + DigestUtils.sha256Hex(other)),
        message);
    assertTrue(message.contains("expected " + FILE.sha256()), message);
    assertNothingLeft();
  }

  @Test
  void refusesAFileThatIsCutOffOnTheServer() {
    mirror.serve(Arrays.copyOf(PACKED, 200_000));
    String message = failure();
    assertTrue(message.contains("damaged gzip file"), message);
    assertNothingLeft();
  }

  @Test
  void refusesAServerThatSendsMuchMore() {
    mirror.serve(new byte[30_000_000]);
    assertEquals(1, failure().lines().count());
    assertNothingLeft();
  }

  @Test
  void givesUpWhenNothingComes() {
    mirror.hang();
    var download =
        new Download(List.of(mirror.uri()), folder, Duration.ofMillis(200), Duration.ZERO);
    var error = assertThrows(IOException.class, () -> download.fetch(FILE, FetchProgress.SILENT));
    assertTrue(error.getMessage().contains("nothing came for "), error.getMessage());
  }

  @Test
  void keepsWhatCameWhenInterrupted() throws IOException {
    mirror.hang();
    Files.write(part(), Arrays.copyOf(PACKED, 100_000));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedIOException.class, () -> download().fetch(FILE, FetchProgress.SILENT));
    assertTrue(Thread.interrupted());
    assertEquals(100_000, Files.size(part()));
  }

  @Test
  void saysThatThereIsNoConnection() {
    mirror.close();
    assertTrue(failure().endsWith("/file.gz: no connection"), failure());
  }

  private Download download() {
    return new Download(List.of(mirror.uri()), folder, stall(), Duration.ZERO);
  }

  private static Duration stall() {
    return Duration.ofSeconds(20);
  }

  private Path part() {
    return folder.resolve("file.gz.part");
  }

  private String failure() {
    var error = assertThrows(IOException.class, () -> download().fetch(FILE, FetchProgress.SILENT));
    assertTrue(error.getMessage().startsWith("cannot download file: http://"), error.getMessage());
    return error.getMessage();
  }

  private void assertArrived() throws IOException {
    assertArrayEquals(PACKED, Files.readAllBytes(folder.resolve("file.gz")));
    assertFalse(Files.exists(part()));
  }

  private void assertNothingLeft() {
    assertFalse(Files.exists(folder.resolve("file.gz")));
    assertFalse(Files.exists(part()));
  }
}
