package org.noisemark.datasets.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Split;
import org.noisemark.datasets.Transform;
import org.noisemark.noise.LabelNoise;
import org.noisemark.noise.NoiseSpec;

/** Training and test part of a user's own table. */
class OwnDataTest {
  @TempDir Path folder;

  @Test
  void cutsTheTestPartOffByClass() throws IOException {
    var file = table("all.csv", 100, i -> i < 70 ? "much" : i < 95 ? "less" : "rare");
    var data = OwnData.of("csv", file, Optional.empty(), Map.of()).load();

    assertEquals(List.of("less", "much", "rare"), data.classNames());
    assertEquals(List.of(20L, 56L, 4L), counts(data.trainLabels(), 3));
    assertEquals(List.of(5L, 14L, 1L), counts(data.testLabels(), 3));
    assertArrayEquals(
        data.trainLabels(),
        OwnData.of("csv", file, Optional.empty(), Map.of()).load().trainLabels());
    var other = OwnData.of("csv", file, Optional.empty(), Map.of("test_seed", 1)).load();
    assertEquals(counts(data.testLabels(), 3), counts(other.testLabels(), 3));
    assertTrue(value(other, 0) != value(data, 0) || value(other, 1) != value(data, 1));
  }

  @Test
  void standardizesByTheTrainingPartAlone() throws IOException {
    var train = Files.writeString(folder.resolve("a.csv"), "n,c,label\n1,7,x\n3,7,y\n");
    var test = Files.writeString(folder.resolve("b.csv"), "n,c,label\n1000,8,y\n");
    var data = OwnData.of("csv", train, Optional.of(test), Map.of()).load();

    var row = new float[2];
    data.trainImages().gather(0, Transform.IDENTITY, Normalization.none(2), row, 0);
    assertArrayEquals(new float[] {-1, 0}, row);
    data.testImages().gather(0, Transform.IDENTITY, data.normalization(), row, 0);
    assertArrayEquals(new float[] {998, 1}, row, "(1000 − 2) / 1; what is constant is shifted");
    assertArrayEquals(new int[] {1}, data.testLabels());
  }

  @Test
  void ordersNumbersAsNumbers() throws IOException {
    var file = table("numbers.csv", 40, i -> String.valueOf(i % 2 == 0 ? 10 : 9));
    var data = OwnData.of("csv", file, Optional.empty(), Map.of()).load();
    assertEquals(List.of("9", "10"), data.classNames());
  }

  /** Splits and noises take any number of classes of any size. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 300})
  void hasAsManyClassesAsThereAre(int classes) throws IOException {
    int rows = classes * 7 + classes / 2;
    var file = table("many.csv", rows, i -> "class " + i % classes);
    var data = OwnData.of("csv", file, Optional.empty(), Map.of()).load();

    assertEquals(classes, data.classes());
    Split split = Split.stratified(data.trainLabels(), classes, 0.1, 0);
    assertEquals(data.trainLabels().length, split.train().length + split.validation().length);
    for (var kind :
        List.of(
            "symmetric-exclusive@1",
            "symmetric-inclusive@1",
            "pairflip@1",
            "instance-dependent@1")) {
      var noisy = LabelNoise.inject(data, NoiseSpec.of(kind, 0.3, 1));
      assertEquals(data.trainLabels().length, noisy.labels().length, kind);
    }
  }

  @Test
  void isKnownByItsContent() throws IOException {
    var file = table("a.csv", 20, i -> "c" + i % 2);
    var data = OwnData.of("csv", file, Optional.empty(), Map.of());
    var moved = Files.copy(file, folder.resolve("b.csv"));
    assertEquals(data.sha256(), OwnData.of("csv", moved, Optional.empty(), Map.of()).sha256());

    Files.writeString(file, Files.readString(file) + "1,2,c0\n");
    var e = assertThrows(IllegalArgumentException.class, data::load);
    assertTrue(e.getMessage().startsWith(file + " has the SHA-256 "), e.getMessage());
    assertTrue(e.getMessage().endsWith("it was changed"), e.getMessage());
  }

  @Test
  void refusesWhatCannotBeTrainedOn() throws IOException {
    refused("has no training example", table("unique.csv", 20, i -> "c" + i), Optional.empty());
    refused("found the one class [c]", table("one.csv", 20, i -> "c"), Optional.empty());
    refused("found no test examples", table("two.csv", 2, i -> "c" + i), Optional.empty());
    var two = table("a.csv", 20, i -> "c" + i % 2);
    refused(
        "the label 'd0' of a test example is not among the 2",
        two,
        Optional.of(table("b.csv", 20, i -> "d" + i % 2)));
    var narrow = Files.writeString(folder.resolve("c.csv"), "one,label\n1,c0\n");
    refused("found the columns [one], expected the columns [one, two]", two, Optional.of(narrow));

    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> OwnData.of("csv", two, Optional.of(two), Map.of("test_share", 0.5)));
    assertTrue(e.getMessage().startsWith("test_share cuts a test part off"), e.getMessage());
  }

  private void refused(String message, Path path, Optional<Path> test) {
    var e = assertThrows(IOException.class, () -> OwnData.of("csv", path, test, Map.of()).load());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private Path table(String name, int rows, IntFunction<String> label) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        IntStream.range(0, rows)
            .mapToObj(i -> i + "," + i * i % 7 + "," + label.apply(i))
            .collect(Collectors.joining("\n", "one,two,label\n", "\n")));
  }

  private static float value(Dataset data, int row) {
    return (float) data.testImages().value(row, 0, 0, 0);
  }

  private static List<Long> counts(int[] labels, int classes) {
    return IntStream.range(0, classes)
        .mapToObj(label -> Arrays.stream(labels).filter(l -> l == label).count())
        .toList();
  }
}
