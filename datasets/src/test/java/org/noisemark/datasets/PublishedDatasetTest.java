package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedDatasetTest {
  @TempDir private Path folder;

  @Test
  void isReadOnceForAllWorkers() throws IOException {
    TinyDataset.write(folder.resolve("system"));
    var entry = TinyDataset.entry(folder.resolve("system"));
    var home = new DataHome(folder);
    assertSame(entry.load(home), entry.load(home));
  }

  @Test
  void prefersTheHomeToTheSystem() throws IOException {
    TinyDataset.write(folder.resolve("system"));
    var entry = TinyDataset.entry(folder.resolve("system"));
    var home = new DataHome(folder);
    assertEquals(Optional.of(folder.resolve("system").toString()), entry.locate(home));
    TinyDataset.write(folder.resolve("tiny"));
    assertEquals(Optional.of(folder.resolve("tiny").toString()), entry.locate(home));
  }

  @Test
  void passesOverAPlaceThatLacksFiles() throws IOException {
    TinyDataset.write(folder.resolve("system"));
    TinyDataset.write(folder.resolve("tiny"));
    Files.delete(folder.resolve("tiny").resolve(IdxDataset.TEST_LABELS + ".gz"));
    var entry = TinyDataset.entry(folder.resolve("system"));
    assertEquals(
        Optional.of(folder.resolve("system").toString()), entry.locate(new DataHome(folder)));
  }

  @Test
  void saysHowToGetWhatIsNowhere() {
    var entry = TinyDataset.entry(folder.resolve("system"));
    var error = assertThrows(IOException.class, () -> entry.load(new DataHome(folder)));
    assertEquals(
        "tiny: found none of its files in "
            + folder.resolve("tiny")
            + ", "
            + folder.resolve("system")
            + "; get it with 'noisemark data fetch tiny' or make it",
        error.getMessage());
    assertEquals(Optional.empty(), entry.locate(new DataHome(folder)));
  }

  @Test
  void searchesNothingButTheFolderThatTheUserNamed() throws IOException {
    TinyDataset.write(folder.resolve("system"));
    TinyDataset.write(folder.resolve("tiny"));
    var entry = TinyDataset.entry(folder.resolve("system"));
    var home = new DataHome(folder).from(folder.resolve("elsewhere"));
    var error = assertThrows(IOException.class, () -> entry.load(home));
    assertTrue(error.getMessage().contains(folder.resolve("elsewhere").toString()));
    assertTrue(error.getMessage().contains("expected " + IdxDataset.TRAIN_IMAGES));
    TinyDataset.write(folder.resolve("elsewhere"));
    assertEquals(3, entry.load(home).trainImages().count());
  }

  @Test
  void takesFilesByTheirContentUnderAnyNameAndInsideArchives() throws IOException {
    var names = List.of("train.idx3-ubyte", "labels (1).gz", "t10k", "unknown");
    var payloads = List.copyOf(TinyDataset.payloads().values());
    var loose = Files.createDirectories(folder.resolve("loose"));
    for (int i = 0; i < 4; i++) {
      byte[] bytes = payloads.get(i);
      Files.write(loose.resolve(names.get(i)), i % 2 == 0 ? bytes : TinyDataset.gzip(bytes));
    }
    Files.writeString(loose.resolve("notes.txt"), "not one of them");

    var zipped = Files.createDirectories(folder.resolve("zipped"));
    try (var zip = new ZipOutputStream(Files.newOutputStream(zipped.resolve("all.zip")))) {
      for (int i = 0; i < 4; i++) {
        zip.putNextEntry(new ZipEntry("data/" + names.get(i)));
        zip.write(TinyDataset.gzip(payloads.get(i)));
      }
    }

    var packed = Files.createDirectories(folder.resolve("packed"));
    try (var tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(Files.newOutputStream(packed.resolve("all.tgz"))))) {
      for (int i = 0; i < 4; i++) {
        var entry = new TarArchiveEntry("data/" + names.get(i));
        entry.setSize(payloads.get(i).length);
        tar.putArchiveEntry(entry);
        tar.write(payloads.get(i));
        tar.closeArchiveEntry();
      }
    }

    for (var from : List.of(loose, zipped, packed)) {
      var entry = TinyDataset.entry(folder.resolve("system"));
      var home = new DataHome(folder.resolve("home")).from(from);
      assertEquals(3, entry.load(home).trainImages().count(), from.toString());
      assertTrue(entry.verify(home).stream().allMatch(FileCheck::good), from.toString());
      for (var check : entry.verify(home)) {
        assertArrayEquals(
            TinyDataset.payloads().get(check.file().name()), entry.payload(home, check.file()));
      }
    }
  }

  @Test
  void verifiesEachFile() throws IOException {
    TinyDataset.write(folder.resolve("tiny"));
    byte[] other = TinyDataset.labels(1, 1, 1);
    Files.write(folder.resolve("tiny").resolve(IdxDataset.TRAIN_LABELS + ".gz"), other);
    Files.write(folder.resolve("tiny").resolve(IdxDataset.TEST_LABELS + ".gz"), new byte[7]);
    Files.delete(folder.resolve("tiny").resolve(IdxDataset.TEST_IMAGES + ".gz"));
    var checks = TinyDataset.entry(folder.resolve("system")).verify(new DataHome(folder));
    assertEquals(4, checks.size());
    assertTrue(checks.get(0).good());
    assertEquals(
        Optional.of(DigestUtils.sha256Hex(TinyDataset.images(3))), checks.get(0).foundSha256());
    assertEquals(Optional.of(DigestUtils.sha256Hex(other)), checks.get(1).foundSha256());
    assertTrue(checks.get(1).problem().orElseThrow().contains(DigestUtils.sha256Hex(other)));
    assertFalse(checks.get(2).good());
    assertTrue(checks.get(3).problem().orElseThrow().contains("7 bytes, expected 10"));
  }

  @Test
  void givesNoHashOfWhatItDidNotReadToTheEnd() throws IOException {
    TinyDataset.write(folder.resolve("tiny"));
    Files.write(folder.resolve("tiny").resolve(IdxDataset.TRAIN_LABELS + ".gz"), new byte[99]);
    var check = TinyDataset.entry(folder).verify(new DataHome(folder)).get(1);
    assertEquals(Optional.empty(), check.foundSha256());
    assertTrue(check.problem().orElseThrow().contains("more than 11 bytes"));
  }

  @Test
  void fetchesOnlyWhatIsMissingOrDamaged() throws IOException {
    TinyDataset.write(folder.resolve("tiny"));
    Files.delete(folder.resolve("tiny").resolve(IdxDataset.TEST_IMAGES + ".gz"));
    Files.write(folder.resolve("tiny").resolve(IdxDataset.TRAIN_LABELS), new byte[9]);
    var home = new DataHome(folder);
    var fetched = new HashSet<String>();
    try (var mirror = new Mirror(TinyDataset.payloads())) {
      var entry = TinyDataset.entry(folder.resolve("system"), mirror.uri());
      entry.fetch(home, (file, received, total) -> fetched.add(file));
      assertTrue(entry.verify(home).stream().allMatch(FileCheck::good));
      assertEquals(3, entry.load(home).trainImages().count());
    }
    assertEquals(Set.of(IdxDataset.TEST_IMAGES + ".gz", IdxDataset.TRAIN_LABELS + ".gz"), fetched);
  }

  @Test
  void whatShipsNeedsNoFetching() throws IOException {
    Datasets.named("fashion-mnist-mini").fetch(new DataHome(folder), FetchProgress.SILENT);
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void listsTheKnownNamesForAnUnknownOne() {
    var error = assertThrows(IllegalArgumentException.class, () -> Datasets.named("fashion"));
    assertEquals(
        "unknown data set 'fashion', expected one of [fashion-mnist-mini, fashion-mnist,"
            + " fashion-mnist-mini-3x32x32, fashion-mnist-3x32x32, mnist, kmnist, cifar-10,"
            + " cifar-100, svhn]",
        error.getMessage());
  }
}
