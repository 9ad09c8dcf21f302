package org.noisemark.datasets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged IDX files, archives and packed files. */
@Tag("slow")
public class FuzzedFilesTest {
  private static final long MEGABYTE = 1 << 20;
  private static final CifarArchive CIFAR =
      new CifarArchive(
          "tiny.tar.gz",
          List.of("a", "b", "c"),
          new Normalization(new double[3], new double[] {1, 1, 1}),
          2,
          List.of("one.bin", "two.bin"),
          2,
          "test.bin",
          1);

  @TempDir Path folder;

  /** For {@code .ci/fuzz}. */
  public static final class IdxTarget {
    private IdxTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      var payload = new Payload("x", bytes);
      Mutations.survivesOne(MEGABYTE, each -> Idx.labels(payload, 3, 2), bytes);
      Mutations.survivesOne(MEGABYTE, each -> Idx.images(payload, 3, 2, 2), bytes);
    }
  }

  /** For {@code .ci/fuzz}: a tar archive, which is packed before it is read. */
  public static final class CifarTarget {
    private CifarTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      var packed = new Payload("x", TinyDataset.gzip(bytes));
      Mutations.survivesOne(
          2 * MEGABYTE, each -> CIFAR.read("tiny", Map.of("tiny.tar.gz", packed)), bytes);
    }
  }

  /** For {@code .ci/fuzz}: an archive that the user names, in which files are looked for. */
  public static final class ArchiveTarget {
    private static final DataFile WANTED = new DataFile("labels", 11, "0".repeat(64));

    private ArchiveTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      var outside = Files.createTempDirectory("fuzz");
      var given = Files.createDirectory(outside.resolve("given"));
      Files.write(given.resolve("archive"), bytes);
      Mutations.survivesOne(4 * MEGABYTE, each -> FolderSearch.find(given, WANTED), bytes);
      requireNothingBeside(outside, given);
      Files.delete(given.resolve("archive"));
      Files.delete(given);
      Files.delete(outside);
    }
  }

  @Test
  void idx() {
    Mutations.survives(
        MEGABYTE, bytes -> Idx.labels(new Payload("x", bytes), 3, 2), TinyDataset.labels(1, 0, 1));
    Mutations.survives(
        MEGABYTE, bytes -> Idx.images(new Payload("x", bytes), 3, 2, 2), TinyDataset.images(3));
  }

  @Test
  void packedFiles() {
    var wanted = new DataFile("x", 300, "");
    Mutations.survives(
        MEGABYTE,
        bytes -> Payload.read("x", () -> new ByteArrayInputStream(bytes), wanted),
        TinyDataset.gzip(TinyDataset.images(30)),
        TinyDataset.gzip(new byte[1_000_000]));
  }

  @Test
  void cifarArchives() throws IOException {
    byte[] archive = CifarArchiveTest.archive(CifarArchiveTest.files());
    Mutations.survives(
        MEGABYTE,
        bytes -> CIFAR.read("tiny", Map.of("tiny.tar.gz", new Payload("x", bytes))),
        archive);
  }

  /** Repacked, so that what is damaged is the tar archive and not the gzip around it. */
  @Test
  void tarInsideGzip() throws IOException {
    byte[] tar;
    try (var in =
        Payload.unpacked(
            new ByteArrayInputStream(CifarArchiveTest.archive(CifarArchiveTest.files())))) {
      tar = in.readAllBytes();
    }
    Mutations.survives(
        2 * MEGABYTE,
        bytes ->
            CIFAR.read("tiny", Map.of("tiny.tar.gz", new Payload("x", TinyDataset.gzip(bytes)))),
        tar);
  }

  /** A search leaves aside what it cannot read, and writes nothing anywhere. */
  @Test
  void foldersOfArchives() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("../escaped"));
      out.write(TinyDataset.images(3));
      out.putNextEntry(new ZipEntry("labels"));
      out.write(TinyDataset.labels(1, 0, 1));
    }
    var given = Files.createDirectory(folder.resolve("given"));
    var wanted = new DataFile("labels", 11, "0".repeat(64));
    Mutations.survives(
        4 * MEGABYTE,
        bytes -> {
          Files.write(given.resolve("archive"), bytes);
          FolderSearch.find(given, wanted);
          requireNothingBeside(folder, given);
        },
        zip.toByteArray(),
        CifarArchiveTest.archive(CifarArchiveTest.files()));
  }

  private static void requireNothingBeside(Path folder, Path given) throws IOException {
    for (var place : List.of(folder, given)) {
      try (var files = Files.list(place)) {
        if (files.count() != 1) {
          throw new IllegalStateException("a file was written");
        }
      }
    }
  }
}
