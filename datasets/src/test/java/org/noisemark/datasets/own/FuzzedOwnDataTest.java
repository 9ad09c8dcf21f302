package org.noisemark.datasets.own;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.Mutations;

/** Damaged tables and images. */
@Tag("slow")
public class FuzzedOwnDataTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  /** For {@code .ci/fuzz}. */
  public static final class CsvTarget {
    private CsvTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      var file = Files.write(Path.of(System.getProperty("java.io.tmpdir"), "fuzzed.csv"), bytes);
      Mutations.survivesOne(
          MEGABYTE,
          each ->
              new CsvTable("x.csv", "label", List.of("id"), ',')
                  .read(new ByteArrayInputStream(each)),
          bytes);
      Mutations.survivesOne(
          MEGABYTE, each -> OwnData.of("csv", file, Optional.empty(), Map.of()).load(), bytes);
    }
  }

  /** For {@code .ci/fuzz}. */
  public static final class PictureTarget {
    private PictureTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      var file = Files.write(Path.of(System.getProperty("java.io.tmpdir"), "fuzzed.image"), bytes);
      Mutations.survivesOne(
          64 * MEGABYTE, each -> Picture.read(file).colour().resized(8, 8), bytes);
    }
  }

  @Test
  void tables() {
    String good = "\uFEFFid,\"a \"\"b\"\"\",label\r\n1,2.5,x\r\n2,-1e3,\"y, z\"\r\n3,.5,x\r\n";
    Mutations.survives(
        MEGABYTE,
        bytes ->
            new CsvTable("x.csv", "label", List.of("id"), ',')
                .read(new ByteArrayInputStream(bytes)),
        good.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tablesToDatasets() {
    var text = new StringBuilder("a,b,label\n");
    for (int i = 0; i < 20; i++) {
      text.append(i).append(',').append(i * i).append(",c").append(i % 2).append('\n');
    }
    var file = folder.resolve("x.csv");
    Mutations.survives(
        MEGABYTE,
        bytes -> OwnData.of("csv", Files.write(file, bytes), Optional.empty(), Map.of()).load(),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void images(String format) throws IOException {
    var file = folder.resolve("x");
    Mutations.survives(
        64 * MEGABYTE,
        bytes -> Picture.read(Files.write(file, bytes)).colour().resized(8, 8),
        image(format, BufferedImage.TYPE_3BYTE_BGR),
        image(format, BufferedImage.TYPE_BYTE_GRAY),
        image(format, BufferedImage.TYPE_BYTE_INDEXED));
  }

  private static byte[] image(String format, int type) throws IOException {
    var image = new BufferedImage(9, 7, type);
    for (int i = 0; i < 63; i++) {
      image.setRGB(i % 9, i / 9, 0x010307 * i);
    }
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer for " + format);
    }
    return bytes.toByteArray();
  }
}
