package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong file is one clear line that names it, never a wrong image. */
class DamagedFilesTest {
  private static final String TRAIN_IMAGES = IdxDataset.TRAIN_IMAGES;
  private static final String TRAIN_LABELS = IdxDataset.TRAIN_LABELS;

  @TempDir private Path folder;

  @BeforeEach
  void writeGoodFiles() throws IOException {
    TinyDataset.write(folder);
  }

  static Stream<Arguments> wrongFiles() {
    byte[] images = TinyDataset.images(3);
    byte[] labels = TinyDataset.labels(1, 0, 1);
    byte[] packed = TinyDataset.gzip(images);
    byte[] badSum = packed.clone();
    badSum[packed.length - 5] ^= 1;
    byte[] otherShape = images.clone();
    otherShape[11] = 4;
    byte[] negativeShape = images.clone();
    negativeShape[4] = (byte) 0xFF;
    byte[] otherPixel = images.clone();
    otherPixel[20] ^= 1;
    return Stream.of(
        wrong("empty", TRAIN_IMAGES, new byte[0], "found 0 bytes, too few for a header"),
        wrong("half a header", TRAIN_IMAGES, Arrays.copyOf(images, 9), "found 9 bytes, too few"),
        wrong("cut off", TRAIN_IMAGES, Arrays.copyOf(images, 27), "found only 27 bytes (cut off)"),
        wrong("cut off labels", TRAIN_LABELS, Arrays.copyOf(labels, 10), "found only 10 bytes"),
        wrong("oversized", TRAIN_IMAGES, Arrays.copyOf(images, 99), "found bytes after the end"),
        wrong("swapped", TRAIN_IMAGES, labels, "found 11 bytes, too few for a header"),
        wrong("swapped with long labels", TRAIN_IMAGES, TinyDataset.labels(new int[50]), "labels"),
        wrong("swapped, too", TRAIN_LABELS, images, "found IDX images (0x00000803)"),
        wrong("page", TRAIN_IMAGES, text("<!DOCTYPE html><html>"), "starts with 0x3C21444F"),
        wrong("test for train", TRAIN_IMAGES, TinyDataset.images(2), "found images of shape 2x2x2"),
        wrong("train for test", TRAIN_LABELS, TinyDataset.labels(1, 0), "labels of shape 2"),
        wrong("too many", TRAIN_IMAGES, TinyDataset.images(60), "found images of shape 60x2x2"),
        wrong("other shape", TRAIN_IMAGES, otherShape, "found images of shape 3x4x2"),
        wrong("huge shape", TRAIN_IMAGES, negativeShape, "found images of shape 4278190083x2x2"),
        wrong("label", TRAIN_LABELS, TinyDataset.labels(1, 2, 0), "found label 2 at index 1"),
        wrong("packed, cut off", TRAIN_IMAGES, Arrays.copyOf(packed, 20), "damaged gzip file"),
        wrong("packed, no body", TRAIN_IMAGES, Arrays.copyOf(packed, 4), "damaged gzip file (cut"),
        wrong("packed, bad sum", TRAIN_IMAGES, badSum, "damaged gzip file (Corrupt GZIP trailer)"),
        wrong("other pixel", TRAIN_IMAGES, otherPixel, "SHA-256 of the unpacked file is"));
  }

  private static Arguments wrong(String what, String file, byte[] bytes, String found) {
    return Arguments.of(what, file, bytes, found);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void isOneLineThatNamesTheFile(String what, String file, byte[] bytes, String found)
      throws IOException {
    Files.write(folder.resolve(file + ".gz"), bytes);
    String message = failure();
    assertTrue(message.contains(folder.resolve(file + ".gz") + ": "), message);
    assertTrue(message.contains(found), message);
    assertTrue(message.contains("expected "), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve(TRAIN_LABELS + ".gz"));
    String message = failure();
    assertTrue(message.contains(TRAIN_LABELS), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesTheFolderInThePlaceOfAFile() throws IOException {
    Files.createDirectory(folder.resolve(TRAIN_LABELS));
    assertTrue(failure().contains(folder.resolve(TRAIN_LABELS) + ": found no file"), failure());
  }

  @Test
  void readsAFileThatIsPackedOrNotWhateverItsName() throws IOException {
    Files.delete(folder.resolve(TRAIN_LABELS + ".gz"));
    Files.write(folder.resolve(TRAIN_LABELS), TinyDataset.labels(1, 0, 1));
    Files.write(folder.resolve(TRAIN_IMAGES + ".gz"), TinyDataset.images(3));
    var dataset = TinyDataset.entry(folder).load(new DataHome(folder.resolve("none")));
    assertEquals(1, dataset.trainLabels()[2]);
    assertEquals(200 + 2 * 4 + 3, dataset.trainImages().pixel(2, 0, 1, 1));
    assertEquals(203, dataset.testImages().pixel(0, 0, 1, 1));
  }

  private String failure() {
    var entry = TinyDataset.entry(folder);
    var home = new DataHome(folder.resolve("none"));
    return assertThrows(IOException.class, () -> entry.load(home)).getMessage();
  }
}
