package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.engine.Samples;

class NativesTest {
  @Test
  void versionsAreThoseOfTheBuild() {
    var versions = new LibtorchEngine().versions();
    assertTrue(versions.get("libtorch").matches("\\d+\\.\\d+\\.\\d+-1\\.5\\.\\d+"), "" + versions);
    assertTrue(versions.get("onednn").matches("\\d+\\.\\d+(\\.\\d+)*"), "" + versions);
    assertEquals(
        java.util.Set.of("javacpp", "libtorch", "libtorch-build", "onednn", "openblas"),
        versions.keySet());
  }

  @Test
  void aRequestThatCannotBeMetFailsWithTheObstacle() {
    var engine = new LibtorchEngine();
    var obstacle = engine.obstacle(Device.CUDA);
    if (obstacle.isPresent()) { // that is, not on a machine with a GPU and a build for it
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> engine.build(Samples.dense(3), Device.CUDA));
      assertEquals(obstacle.get(), error.getMessage());
    }
  }
}
