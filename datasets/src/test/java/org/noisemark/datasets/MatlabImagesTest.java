package org.noisemark.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;

/** Files in the layout of SVHN's, of a few images. */
class MatlabImagesTest {
  private static final MatlabImages LAYOUT =
      new MatlabImages(
          List.of("0", "1", "2"),
          new Normalization(new double[3], new double[] {1, 1, 1}),
          "train.mat",
          4,
          "test.mat",
          2);

  @TempDir private Path folder;

  @Test
  void readsPixelsByRowAndTheLastLabelAsZero() throws IOException {
    var data = read(bytes(4, 1, 2, 3, 1), bytes(2, 3, 2));
    assertArrayEquals(new int[] {1, 2, 0, 1}, data.trainLabels());
    assertArrayEquals(new int[] {0, 2}, data.testLabels());
    for (int image = 0; image < 4; image++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int row = 0; row < 32; row += 5) {
          for (int column = 0; column < 32; column += 7) {
            assertEquals(
                value(row, column, channel, image),
                data.trainImages().pixel(image, channel, row, column));
          }
        }
      }
    }
  }

  @Test
  void saysInALineWhatIsWrong() throws IOException {
    byte[] test = bytes(2, 3, 2);
    assertEquals(
        "train.mat: expected X of 32x32x3x4 and 4 labels y, found X of [32, 32, 3, 3] and 3"
            + " labels",
        failure(bytes(3, 1, 2, 3), test));
    assertEquals(
        "train.mat: found label 4 in row 2, expected 1 to 3", failure(bytes(4, 1, 2, 4, 1), test));
    assertEquals(
        "train.mat: found label 0 in row 0, expected 1 to 3", failure(bytes(4, 0, 2, 3, 1), test));
    assertEquals(
        "train.mat: found a damaged file, expected a MATLAB file with X and y",
        failure("no file of MATLAB's".getBytes(UTF_8), test));
  }

  @Test
  void whatIsDamagedIsReadOrGivesALine() throws IOException {
    byte[] whole = bytes(4, 1, 2, 3, 1);
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      if (i % 3 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        read(damaged, bytes(2, 3, 2));
      } catch (IOException e) {
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
  }

  /** What differs from the published file is not looked into. */
  @Test
  void aFileOfAnotherContentIsRefusedBeforeItIsRead() throws IOException {
    Files.write(folder.resolve("train_32x32.mat"), bytes(4, 1, 2, 3, 1));
    Files.write(folder.resolve("test_32x32.mat"), bytes(2, 3, 2));
    var home = new DataHome(folder.resolve("home")).from(folder);
    var error = assertThrows(IOException.class, () -> Datasets.named("svhn").load(home));
    assertTrue(error.getMessage().contains("train_32x32.mat"), error.getMessage());
  }

  private static int value(int row, int column, int channel, int image) {
    return (7 * row + 3 * column + 50 * channel + 90 * image) % 256;
  }

  private static Dataset read(byte[] train, byte[] test) throws IOException {
    return LAYOUT.read(
        "svhn",
        Map.of(
            "train.mat",
            new Payload("train.mat", train),
            "test.mat",
            new Payload("test.mat", test)));
  }

  private static String failure(byte[] train, byte[] test) {
    return assertThrows(IOException.class, () -> read(train, test)).getMessage();
  }

  private byte[] bytes(int count, int... labels) throws IOException {
    var x = Mat5.newMatrix(new int[] {32, 32, 3, count}, MatlabType.UInt8);
    for (int image = 0; image < count; image++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int row = 0; row < 32; row++) {
          for (int column = 0; column < 32; column++) {
            x.setInt(new int[] {row, column, channel, image}, value(row, column, channel, image));
          }
        }
      }
    }
    var y = Mat5.newMatrix(labels.length, 1);
    for (int i = 0; i < labels.length; i++) {
      y.setDouble(i, labels[i]);
    }
    var file = folder.resolve("made.mat");
    Files.deleteIfExists(file);
    Mat5.writeToFile(Mat5.newMatFile().addArray("X", x).addArray("y", y), file.toFile());
    return Files.readAllBytes(file);
  }
}
