package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SeedsTest {
  /** The first 16 digits of {@code printf 1/noise | sha256sum}, and of {@code -3/order}. */
  @Test
  void areTheHeadOfTheHash() {
    assertEquals(0xf66a967e437dc543L, Seeds.derive(1, "noise"));
    assertEquals(0x8c7af0e436da3ea1L, Seeds.derive(-3, "order"));
  }

  @Test
  void purposesAndSeedsHaveStreamsOfTheirOwn() {
    assertNotEquals(Seeds.generator(1, "noise").nextLong(), Seeds.generator(1, "order").nextLong());
    assertNotEquals(Seeds.generator(1, "noise").nextLong(), Seeds.generator(2, "noise").nextLong());
    assertEquals(Seeds.generator(1, "noise").nextLong(), Seeds.generator(1, "noise").nextLong());
  }
}
