package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDX files of which only the packed bytes are known, as those of KMNIST. */
class PackedIdxTest {
  @TempDir Path folder;

  @Test
  void areFetchedReadAndHeldToTheirPackedBytes() throws IOException {
    var home = new DataHome(folder);
    try (var mirror = new Mirror(TinyDataset.payloads())) {
      entry(mirror).fetch(home, FetchProgress.SILENT);
      assertArrayEquals(new int[] {1, 0, 1}, entry(mirror).load(home).trainLabels());
      assertTrue(entry(mirror).verify(home).stream().allMatch(FileCheck::good));

      var file = folder.resolve("tiny/" + IdxDataset.TRAIN_LABELS + ".gz");
      Files.write(file, TinyDataset.labels(1, 0, 1));
      var e = assertThrows(IOException.class, () -> entry(mirror).load(home));
      assertTrue(e.getMessage().startsWith(file + ": has 11 bytes, expected"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
      entry(mirror).fetch(home, FetchProgress.SILENT);
      assertEquals(3, entry(mirror).load(home).trainImages().count());
    }
  }

  private static PublishedDataset entry(Mirror mirror) {
    var files = new ArrayList<DataFile>();
    TinyDataset.payloads()
        .forEach(
            (name, bytes) -> {
              byte[] packed = TinyDataset.gzip(bytes);
              files.add(new DataFile(name + ".gz", packed.length, DigestUtils.sha256Hex(packed)));
            });
    return new PublishedDataset(
        "a tiny one",
        "public domain",
        new Origin("tiny", files, false, List.of(), List.of(mirror.uri()), ""),
        new IdxDataset(List.of("a", "b"), TinyDataset.NORMALIZATION, 3, 2, 2, 2));
  }
}
