package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the layout of CIFAR-100, of a few records. */
class CifarArchiveTest {
  private static final CifarArchive LAYOUT =
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
  void readsLabelsAndPixelsInTheOrderOfTheFiles() throws IOException {
    var data = read(archive(files()));
    assertArrayEquals(new int[] {0, 1, 2, 0}, data.trainLabels());
    assertArrayEquals(new int[] {1}, data.testLabels());
    assertEquals(32, data.trainImages().height());
    for (int image = 0; image < 4; image++) {
      assertEquals(10 * image, data.trainImages().pixel(image, 0, 0, 0));
      assertEquals(10 * image + 1, data.trainImages().pixel(image, 1, 0, 0));
      assertEquals(10 * image + 2, data.trainImages().pixel(image, 2, 31, 31));
    }
    assertEquals(40, data.testImages().pixel(0, 0, 0, 0));
  }

  @Test
  void saysInALineWhatIsWrongInTheArchive() throws IOException {
    var files = files();
    files.remove("dir/two.bin");
    assertTrue(failure(archive(files)).contains("found no [two.bin] in the archive"));
    files = files();
    files.replace("dir/one.bin", Arrays.copyOf(files.get("dir/one.bin"), 5000));
    assertTrue(failure(archive(files)).contains("one.bin: ends in record 1, expected 2"));
    files = files();
    files.replace("dir/one.bin", Arrays.copyOf(files.get("dir/one.bin"), 7000));
    assertTrue(failure(archive(files)).contains("one.bin: found more than the 2 records"));
    files = files();
    files.get("dir/test.bin")[1] = 3;
    assertTrue(failure(archive(files)).contains("found label 3 in record 0, expected 0 to 2"));
    byte[] whole = archive(files());
    assertTrue(failure(Arrays.copyOf(whole, whole.length / 2)).contains("damaged archive"));
    assertTrue(failure(new byte[100]).contains("damaged archive (Not in GZIP format)"));
  }

  /** As a file that leaves its folder would be named. */
  @Test
  void writesNothing() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("../../escaped.bin", new byte[1]);
    files.put("/tmp/escaped.bin", new byte[1]);
    files().forEach(files::put);
    Files.write(folder.resolve("tiny.tar.gz"), archive(files));
    var home = new DataHome(folder.resolve("home")).from(folder);
    assertEquals(4, entry(archive(files)).load(home).trainImages().count());
    try (var left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("tiny.tar.gz")), left.toList());
    }
  }

  @Test
  void isFetchedWholeCheckedAndFoundUnderAnyName() throws IOException {
    byte[] packed = archive(files());
    var home = new DataHome(folder.resolve("home"));
    try (var wrong = new Mirror(new byte[packed.length]);
        var right = new Mirror(packed)) {
      right.cutFirstAnswerAfter(packed.length / 2);
      entry(packed, wrong, right).fetch(home, FetchProgress.SILENT);
      assertEquals(2, right.ranges().size(), "goes on where the connection broke");
    }
    var file = folder.resolve("home/tiny/tiny.tar.gz");
    assertArrayEquals(packed, Files.readAllBytes(file));
    assertEquals(4, entry(packed).load(home).trainImages().count());
    assertTrue(entry(packed).verify(home).get(0).good());

    var renamed = Files.createDirectories(folder.resolve("given")).resolve("cifar (1).tgz");
    Files.move(file, renamed);
    assertEquals(4, entry(packed).load(home.from(renamed.getParent())).trainImages().count());

    byte[] damaged = packed.clone();
    damaged[damaged.length - 1] ^= 1;
    Files.write(file, damaged);
    var e = assertThrows(IOException.class, () -> entry(packed).load(home));
    assertTrue(e.getMessage().contains("SHA-256 of the packed file is "), e.getMessage());
    Files.delete(file);
    assertFalse(entry(packed).locate(home).isPresent());
  }

  private static PublishedDataset entry(byte[] packed, Mirror... mirrors) {
    var file = new DataFile("tiny.tar.gz", packed.length, DigestUtils.sha256Hex(packed));
    var uris = Arrays.stream(mirrors).map(Mirror::uri).toList();
    return new PublishedDataset(
        "a tiny one",
        "public domain",
        new Origin("tiny", List.of(file), false, List.of(), uris, ""),
        LAYOUT);
  }

  private static Dataset read(byte[] archive) throws IOException {
    return LAYOUT.read("tiny", Map.of("tiny.tar.gz", new Payload("x.tar.gz", archive)));
  }

  private static String failure(byte[] archive) {
    var e = assertThrows(IOException.class, () -> read(archive));
    assertTrue(e.getMessage().startsWith("x.tar.gz"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
    return e.getMessage();
  }

  /** Two training files of two records, a test file of one, and one that is not asked for. */
  static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("dir/readme.html", new byte[99]);
    files.put("dir/two.bin", records(2, 2, 0));
    files.put("dir/one.bin", records(0, 0, 1));
    files.put("dir/test.bin", records(4, 1));
    return files;
  }

  private static byte[] records(int first, int... labels) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < labels.length; i++) {
      out.write(77);
      out.write(labels[i]);
      for (int channel = 0; channel < 3; channel++) {
        var plane = new byte[32 * 32];
        Arrays.fill(plane, (byte) (10 * (first + i) + channel));
        out.writeBytes(plane);
      }
    }
    return out.toByteArray();
  }

  static byte[] archive(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (var file : files.entrySet()) {
        var entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
