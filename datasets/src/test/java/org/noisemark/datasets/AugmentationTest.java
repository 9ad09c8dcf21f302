package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  @Test
  void noneLeavesImagesAlone() {
    for (var transform : Augmentation.named("none").draw(seeds(5), 28, 28)) {
      assertSame(Transform.IDENTITY, transform);
    }
  }

  @Test
  void flipsHalfAndReachesEveryShift() {
    var transforms = draw("flip-crop", 8100);
    long flipped = transforms.stream().filter(Transform::flip).count();
    assertEquals(4050, flipped, 6 * Math.sqrt(8100 * 0.25));
    var shifts =
        transforms.stream()
            .collect(
                Collectors.groupingBy(
                    transform -> List.of(transform.shiftRows(), transform.shiftColumns()),
                    Collectors.counting()));
    assertEquals(81, shifts.size());
    assertTrue(
        shifts.keySet().stream().allMatch(s -> Math.abs(s.get(0)) <= 4 && Math.abs(s.get(1)) <= 4));
    shifts.values().forEach(count -> assertEquals(100, count, 60));
  }

  @Test
  void cutsHalfOfTheImagesWithACentreInside() {
    var cut =
        draw("flip-crop-cutout", 8000).stream()
            .filter(transform -> transform.cutoutSize() > 0)
            .toList();
    assertEquals(4000, cut.size(), 6 * Math.sqrt(8000 * 0.25));
    for (var transform : cut) {
      assertEquals(16, transform.cutoutSize());
      int centre = transform.cutoutRow() + 8;
      assertTrue(centre >= 0 && centre < 28);
    }
    assertTrue(cut.stream().anyMatch(transform -> transform.cutoutRow() == -8));
    assertTrue(cut.stream().anyMatch(transform -> transform.cutoutColumn() == 19));
  }

  @Test
  void anImageIsVariedByItsSeedAloneWhateverStandsBesideIt() {
    var all = draw("flip-crop-cutout", 50);
    long[] backwards = IntStream.range(0, 50).mapToLong(i -> seeds(50)[49 - i]).toArray();
    var reversed = Augmentation.named("flip-crop-cutout").draw(backwards, 28, 28);
    for (int i = 0; i < 50; i++) {
      assertEquals(all.get(i), reversed.get(49 - i));
    }
  }

  @Test
  void refusesWhatMeansNothing() {
    var error = assertThrows(IllegalArgumentException.class, () -> Augmentation.named("flip"));
    assertEquals(
        "unknown augmentation 'flip', expected one of [none, flip-crop, flip-crop-cutout]",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(true, -1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(true, 1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(true, 1, 1, 1.5));
    assertThrows(
        IllegalArgumentException.class,
        () -> Augmentation.named("flip-crop").draw(seeds(1), 4, 28));
  }

  private static List<Transform> draw(String name, int count) {
    return Augmentation.named(name).draw(seeds(count), 28, 28);
  }

  private static long[] seeds(int count) {
    return LongStream.range(0, count).map(i -> Seeds.derive(3, i)).toArray();
  }
}
