package org.noisemark.reports.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  /** Distances as they stand in textbooks. */
  @Test
  void countsEdits() {
    assertEquals(3, Nearest.distance("kitten", "sitting"));
    assertEquals(3, Nearest.distance("saturday", "sunday"));
    assertEquals(4, Nearest.distance("", "seed"));
    assertEquals(0, Nearest.distance("seed", "seed"));
  }

  @Test
  void proposesOnlyWhatIsNear() {
    var known = List.of("epochs", "seeds", "learning_rate");

    assertEquals(" (did you mean 'learning_rate'?)", Nearest.hint("learning-rate", known));
    assertEquals("", Nearest.hint("banana", known));
    assertEquals("", Nearest.hint("banana", List.of()));
  }
}
