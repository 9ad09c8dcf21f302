package org.noisemark.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noisemark.datasets.Mutations;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunJson;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.external.ArrayFile;
import org.noisemark.suite.external.ArrayFolder;
import org.noisemark.suite.external.Reply;
import org.noisemark.suite.harness.Tiny;

/** Damaged suites, run records, and answers of programs that train. */
@Tag("slow")
public class FuzzedInputsTest {
  private static final long MEGABYTE = 1 << 20;
  private static final Mutations.Reader SUITE =
      bytes -> SuiteReader.read("suite.yaml", new String(bytes, UTF_8));
  private static final Mutations.Reader RECORD = bytes -> RunJson.read(bytes);

  /** Read as each of the four answers, so four times the memory of one. */
  private static final Mutations.Reader REPLY =
      bytes -> {
        for (var type : List.of(Reply.Ready.class, Reply.Trained.class, Reply.Logits.class)) {
          read(bytes, type);
        }
        read(bytes, Reply.Parameters.class);
      };

  /** For {@code .ci/fuzz}. */
  public static final class SuiteTarget {
    private SuiteTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      Mutations.survivesOne(16 * MEGABYTE, SUITE, bytes);
    }
  }

  /** For {@code .ci/fuzz}. */
  public static final class RecordTarget {
    private RecordTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      Mutations.survivesOne(MEGABYTE, RECORD, bytes);
    }
  }

  /** For {@code .ci/fuzz}: what a program says, and where it says that an array is. */
  public static final class ReplyTarget {
    private ReplyTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Mutations.survivesOne(4 * MEGABYTE, REPLY, bytes);
      Mutations.survivesOne(MEGABYTE, FuzzedInputsTest::readArray, bytes);
    }
  }

  @Test
  void suites() throws IOException {
    Mutations.survives(
        16 * MEGABYTE,
        SUITE,
        Tiny.SUITE.getBytes(UTF_8),
        Files.readAllBytes(Path.of("..", "baselines", "external", "external.yaml")));
  }

  @Test
  void records() throws IOException {
    try (var files = Files.list(Path.of("..", "reports", "published", "quick", "cells"))) {
      byte[] record = Files.readAllBytes(files.sorted().findFirst().orElseThrow());
      Mutations.survives(MEGABYTE, RECORD, record);
    }
  }

  @Test
  void repliesOfTrainers() throws IOException {
    var array = new ArrayFile("train", "float32", List.of(2), DigestUtils.sha256Hex(new byte[8]));
    Mutations.survives(
        4 * MEGABYTE,
        REPLY,
        bytes(new Reply.Trained("trained", 1, 0.5, 3, 6, null)),
        bytes(new Reply.Logits("logits", 1, array, array)),
        bytes(new Reply.Parameters("parameters", null)));
    Mutations.survives(MEGABYTE, FuzzedInputsTest::readArray, bytes(array));
  }

  private static byte[] bytes(Object message) {
    return Json.canonical(message).getBytes(UTF_8);
  }

  private static <T extends Record & Reply> void read(byte[] bytes, Class<?> type) {
    try {
      @SuppressWarnings("unchecked")
      var reply = (Class<T>) type;
      Reply.read(bytes, reply);
    } catch (IllegalArgumentException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  /**
   * A program's description of an array, whose file is in the folder: nothing beside it is read.
   */
  private static void readArray(byte[] bytes) throws IOException {
    try (var folder = ArrayFolder.temporary()) {
      Files.write(folder.path().resolve("train"), new byte[8]);
      Files.write(folder.path().resolveSibling(folder.path().getFileName() + "-out"), new byte[8]);
      try {
        folder.read("train", Json.read(bytes, ArrayFile.class), 2);
      } finally {
        Files.delete(folder.path().resolveSibling(folder.path().getFileName() + "-out"));
      }
    }
  }
}
