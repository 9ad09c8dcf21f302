package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the authors' form, made once by PyTorch 1.13 of arrays of 40 and 400 labels:
 *
 * <pre>
 *   clean = numpy.arange(n) % 10
 *   noisy = clean.copy();  k = rng.permutation(n)[:int(share * n)];  noisy[k] = (noisy[k] + 1) % 10
 *   torch.save({'clean_label': clean, 'aggre_label': …}, 'CIFAR-10_human.pt')
 * </pre>
 */
class HumanLabelsTest {
  @TempDir private Path folder;

  private static Path fixture(String name) {
    return Path.of("src/test/resources/org/noisemark/noise", name);
  }

  private static NoisyLabels inject(Path file, String dataset, int examples, String labels) {
    int classes = dataset.equals("cifar-10") ? 10 : 100;
    var spec =
        NoiseSpec.of(
            "human@1",
            0,
            NoiseSpec.Count.EXACT,
            0,
            Optional.empty(),
            Optional.of(LabelsFile.of(file)),
            Map.of("labels", labels));
    return LabelNoise.inject(Labels.balanced(examples, classes), dataset, classes, spec);
  }

  private static String refusal(Path file, String dataset, int examples, String labels) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> inject(file, dataset, examples, labels));
    assertFalse(error.getMessage().contains("\n"), error.getMessage());
    return error.getMessage();
  }

  @Test
  void readsThoseOfCifar10() {
    var file = fixture("CIFAR-10_human.pt");
    assertEquals(0.1, inject(file, "cifar-10", 40, "aggre_label").effectiveRate());
    assertEquals(0.4, inject(file, "cifar-10", 40, "worse_label").effectiveRate());
    var noisy = inject(file, "cifar-10", 40, "random_label2");
    assertEquals(0.2, noisy.effectiveRate());
    for (int i = 0; i < 40; i++) {
      int label = noisy.labels()[i];
      assertTrue(label == i % 10 || label == (i + 1) % 10, "index " + i);
    }
  }

  @Test
  void readsThoseOfCifar100() {
    var noisy = inject(fixture("CIFAR-100_human.pt"), "cifar-100", 400, "noisy_label");
    int[] expected =
        IntStream.range(0, 400).map(i -> i % 5 == 0 ? (i + 3) % 100 : i % 100).toArray();
    assertArrayEquals(expected, noisy.labels());
  }

  @Test
  void refusesLabelsThatAreNotThere() {
    assertTrue(
        refusal(fixture("CIFAR-10_human.pt"), "cifar-10", 40, "noisy_label")
            .endsWith(
                "has no labels 'noisy_label', expected one of [aggre_label, clean_label,"
                    + " random_label1, random_label2, random_label3, worse_label]"));
  }

  @Test
  void refusesAFileOfAnotherDataSet() {
    assertTrue(
        refusal(fixture("CIFAR-100_human.pt"), "cifar-10", 400, "noisy_label")
            .contains("clean_label of index 10 is 10, expected 0 to 9"));
    assertTrue(
        refusal(fixture("CIFAR-10_human.pt"), "cifar-100", 40, "aggre_label")
            .contains("clean_label of index 10 is 0, expected 10 as in cifar-100"));
    assertTrue(
        refusal(fixture("CIFAR-10_human.pt"), "cifar-10", 50, "aggre_label")
            .contains("40 labels 'clean_label', expected one for each of 50 examples"));
  }

  @Test
  void whatIsDamagedGivesALine() throws IOException {
    byte[] whole = Files.readAllBytes(fixture("CIFAR-10_human.pt"));
    var random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = whole.clone();
      if (i % 4 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      var file = Files.write(folder.resolve("damaged.pt"), damaged);
      try {
        inject(file, "cifar-10", 40, "aggre_label");
      } catch (IllegalArgumentException e) {
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
  }

  /** A pickle that would run a command, and one that claims to hold two gigabytes. */
  @Test
  void runsNothingAndBelievesNoLength() throws IOException {
    for (var pickle :
        new String[] {
          "cos\nsystem\n(S'touch pwned'\ntR.",
          "\u0080\u0002cposix\nsystem\nX\u0004\0\0\0trueR.",
          "\u0080\u0002X\u00ff\u00ff\u00ff\u007fabc.",
          "\u0080\u0004\u008e\u00ff\u00ff\u00ff\u007f\0\0\0\0abc."
        }) {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("archive/data.pkl"));
        zip.write(pickle.getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
      }
      var file = Files.write(folder.resolve("malicious.pt"), bytes.toByteArray());
      assertTrue(
          refusal(file, "cifar-10", 40, "aggre_label").contains("expected a file such as"), pickle);
    }
  }

  @Test
  void aFileOfAnotherKindIsToldFromIt() throws IOException {
    var file = Files.writeString(folder.resolve("CIFAR-10_human_ordered.npy"), "\u0093NUMPY");
    assertTrue(refusal(file, "cifar-10", 40, "aggre_label").contains("(the ordered .npy files"));
  }
}
