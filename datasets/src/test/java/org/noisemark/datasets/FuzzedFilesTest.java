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
class FuzzedFilesTest {
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

  @Test
  void idx() {
    Mutations.survives(
        MEGABYTE,
        bytes -> {
          var payload = new Payload("x", bytes);
          Idx.labels(payload, 3, 2);
        },
        TinyDataset.labels(1, 0, 1));
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
          requireNothingBeside(given);
        },
        zip.toByteArray(),
        CifarArchiveTest.archive(CifarArchiveTest.files()));
  }

  private void requireNothingBeside(Path given) throws IOException {
    for (var place : List.of(folder, given)) {
      try (var files = Files.list(place)) {
        if (files.count() != 1) {
          throw new IllegalStateException("a file was written");
        }
      }
    }
  }
}
