package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noisemark.datasets.Cifar100Classes;

/** The maps of the literature, class by class. */
class AsymmetricTest {
  @Test
  void mnist() {
    assertMap("asymmetric-mnist@1", "mnist", 10, Map.of(7, 1, 2, 7, 3, 8, 5, 6, 6, 5));
  }

  @Test
  void cifar10() {
    assertMap("asymmetric-cifar10@1", "cifar-10", 10, Map.of(9, 1, 2, 0, 4, 7, 3, 5, 5, 3));
    int[] clean = Labels.balanced(50_000, 10);
    var noisy =
        LabelNoise.inject(clean, "cifar-10", 10, NoiseSpec.of("asymmetric-cifar10@1", 0.4, 1));
    assertEquals(10_000, noisy.flips(), "40 % of half of the classes are 20 % of all");
  }

  @Test
  void svhn() {
    var all = new HashMap<Integer, Integer>();
    for (int digit = 0; digit < 10; digit++) {
      all.put(digit, (digit + 1) % 10);
    }
    assertMap("asymmetric-svhn@1", "svhn", 10, all);
  }

  /** Against classes that a reader knows to belong together. */
  @Test
  void cifar100WithinSuperclasses() {
    var matrix = matrix("asymmetric-cifar100-superclass@1", "cifar-100", 100);
    String[][] cycles = {
      {"beaver", "dolphin", "otter", "seal", "whale"},
      {"bicycle", "bus", "motorcycle", "pickup_truck", "train"},
      {"maple_tree", "oak_tree", "palm_tree", "pine_tree", "willow_tree"},
      {"crab", "lobster", "snail", "spider", "worm"}
    };
    for (var cycle : cycles) {
      for (int i = 0; i < 5; i++) {
        int from = Cifar100Classes.NAMES.indexOf(cycle[i]);
        int to = Cifar100Classes.NAMES.indexOf(cycle[(i + 1) % 5]);
        assertEquals(0.3, matrix.probability(from, to), cycle[i]);
      }
    }
    int[] superclasses = Cifar100Classes.superclasses();
    for (int superclass = 0; superclass < 20; superclass++) {
      int wanted = superclass;
      assertEquals(5, Arrays.stream(superclasses).filter(each -> each == wanted).count());
    }
    for (int from = 0; from < 100; from++) {
      for (int to = 0; to < 100; to++) {
        if (matrix.probability(from, to) > 0) {
          assertEquals(superclasses[from], superclasses[to]);
        }
      }
    }
  }

  @Test
  void cifar100InBlocksOfIds() {
    var matrix = matrix("asymmetric-cifar100-blocks@1", "cifar-100", 100);
    for (int block = 0; block < 100; block += 5) {
      for (int i = 0; i < 5; i++) {
        assertEquals(0.3, matrix.probability(block + i, block + (i + 1) % 5));
      }
    }
    assertTrue(
        matrix("asymmetric-cifar100-superclass@1", "cifar-100", 100).probability(0, 1) == 0,
        "an apple is no fish");
  }

  @Test
  void areForTheirDataSetAlone() {
    var spec = NoiseSpec.of("asymmetric-mnist@1", 0.2, 1);
    var e = assertThrows(IllegalArgumentException.class, () -> Noises.matrix(spec, "kmnist", 10));
    assertEquals("asymmetric-mnist@1 is defined for [mnist], not for 'kmnist'", e.getMessage());
  }

  private static TransitionMatrix matrix(String kind, String dataset, int classes) {
    return Noises.matrix(NoiseSpec.of(kind, 0.3, 1), dataset, classes).orElseThrow();
  }

  private static void assertMap(
      String kind, String dataset, int classes, Map<Integer, Integer> targets) {
    var matrix = matrix(kind, dataset, classes);
    for (int from = 0; from < classes; from++) {
      for (int to = 0; to < classes; to++) {
        boolean mapped = targets.getOrDefault(from, -1) == to;
        double kept = targets.containsKey(from) ? 0.7 : 1;
        double expected = from == to ? kept : mapped ? 0.3 : 0;
        assertEquals(expected, matrix.probability(from, to), 1e-15, from + " to " + to);
      }
    }
  }
}
