package org.noisemark.datasets.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.plugin.Values;

/** Images in folders of their classes. */
class FolderFormatTest {
  private static final FolderFormat FORMAT = new FolderFormat();

  @TempDir Path folder;

  @Test
  void readsEveryImageOfEveryClassInOneSize() throws IOException {
    write("cat/b.png", colour(6, 4, 0xFF8040));
    write("cat/a.jpg", colour(3, 3, 0x000000));
    write("dog/a.bmp", colour(2, 2, 0xFFFFFF));
    Files.writeString(Files.createDirectories(folder.resolve("dog")).resolve(".hidden"), "");

    var pictures = read(Map.of("height", 2, "width", 3));
    assertEquals(List.of("cat", "cat", "dog"), pictures.labels());
    var images = pictures.images();
    assertEquals("images of 3x2x3", pictures.shape());
    assertEquals(0, images.pixel(0, 0, 1, 2), "a before b");
    assertEquals(0xFF, images.pixel(1, 0, 1, 2));
    assertEquals(0x80, images.pixel(1, 1, 0, 0));
    assertEquals(0x40, images.pixel(1, 2, 0, 1));
    assertEquals(255, images.pixel(2, 1, 0, 0));
  }

  @Test
  void keepsGreyAsItIsStored() throws IOException {
    var grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 128);
    write("c/grey.png", grey);
    var deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 65_535);
    write("d/deep.png", deep);
    write("e/red.png", colour(1, 1, 0xFF0000));

    var images = read(Map.of("height", 1, "width", 1, "colours", "grey")).images();
    assertEquals(128, images.pixel(0, 0, 0, 0));
    assertEquals(255, images.pixel(1, 0, 0, 0));
    assertEquals(76, images.pixel(2, 0, 0, 0), "0.299 · 255");
    assertEquals(128, read(Map.of("height", 1, "width", 1)).images().pixel(0, 2, 0, 0));
  }

  @Test
  void averagesTheAreaOfEachPixel() {
    byte[] from = {0, 30, 60, 90, 120, (byte) 150};
    var to = new byte[2];
    AreaAverage.resize(from, 0, 2, 3, to, 0, 1, 2);
    // columns of 1.5: means of (0, 30/2, 90, 120/2) / 3 and (30/2, 60, 120/2, 150) / 3
    assertEquals(55, to[0]);
    assertEquals(95, to[1]);
    var larger = new byte[4];
    AreaAverage.resize(new byte[] {10, 20}, 0, 1, 2, larger, 0, 1, 4);
    assertEquals(
        List.of((byte) 10, (byte) 10, (byte) 20, (byte) 20),
        List.of(larger[0], larger[1], larger[2], larger[3]));
  }

  @Test
  void isADatasetWithItsOwnNormalization() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("black/" + i + ".png", colour(4, 4, 0x000000));
      write("white/" + i + ".png", colour(4, 4, 0xFFFFFF));
    }
    var settings = Map.of("height", 4, "width", 4, "colours", "grey");
    var data = OwnData.of("folder", folder, Optional.empty(), settings);
    var loaded = data.load();
    assertEquals(16, loaded.trainImages().count());
    assertEquals(1, loaded.normalization().apply(0, 255), 1e-6);
    assertEquals(-1, loaded.normalization().apply(0, 0), 1e-6);

    write("black/0.png", colour(4, 4, 0x010101));
    assertNotEquals(data.sha256(), FORMAT.sha256(folder));
    assertThrows(IllegalArgumentException.class, data::load);
  }

  @Test
  void saysInALineWhatIsWrong() throws IOException {
    assertTrue(message().contains("is empty, expected a folder of images for each class"));
    Files.createDirectories(folder.resolve("empty"));
    assertTrue(message().contains("found no images, expected at least one of each class"));
    Files.writeString(folder.resolve("empty/notes.txt"), "no image\n");
    assertTrue(
        message().endsWith("cannot be read as an image (expected PNG, JPEG, GIF or BMP)"),
        message());
    Files.delete(folder.resolve("empty/notes.txt"));
    write("empty/scan.tiff", colour(1, 1, 0));
    assertTrue(message().endsWith("(found tif, expected PNG, JPEG, GIF or BMP)"), message());
    Files.createDirectories(folder.resolve("empty/deeper"));
    assertTrue(message().contains("found a folder in that of a class"), message());
    assertThrows(IOException.class, () -> FORMAT.sha256(folder));
    Files.delete(folder.resolve("empty/deeper"));
    Files.writeString(folder.resolve("stray"), "");
    assertTrue(message().contains("found a file beside the folders of the classes"), message());
  }

  @Test
  void refusesImagesThatWouldFillTheMemory() throws IOException {
    write("c/huge.png", colour(1, 1, 0));
    byte[] png = Files.readAllBytes(folder.resolve("c/huge.png"));
    png[16] = 0x7F; // the highest byte of the width
    png[20] = 0x7F;
    var crc = new CRC32();
    crc.update(png, 12, 17);
    for (int i = 0; i < 4; i++) {
      png[29 + i] = (byte) (crc.getValue() >> 24 - 8 * i);
    }
    Files.write(folder.resolve("c/huge.png"), png);
    assertTrue(message().contains("cannot be read as an image"), message());
  }

  private String message() {
    return assertThrows(IOException.class, () -> read(Map.of())).getMessage();
  }

  private Examples.Pictures read(Map<String, ?> settings) throws IOException {
    return (Examples.Pictures) FORMAT.read(folder, Values.of(FORMAT, settings));
  }

  private static BufferedImage colour(int width, int height, int rgb) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, row, rgb);
      }
    }
    return image;
  }

  private void write(String name, BufferedImage image) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()));
  }
}
