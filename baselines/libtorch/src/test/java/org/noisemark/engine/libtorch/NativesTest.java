package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NativesTest {
  @Test
  void aMissingLibraryIsNamedWithoutThePathOfTheOneThatNeedsIt() {
    var error =
        new UnsatisfiedLinkError(
            "/home/u/.javacpp/cache/cuda.jar/libjnicudart.so: libcudart.so.13: cannot open shared"
                + " object file: No such file or directory");
    assertEquals(
        "engine libtorch does not find libcudart.so.13: put its folder on LD_LIBRARY_PATH",
        Natives.describe(error));
  }

  @Test
  void anyOtherReasonIsQuotedInOneLine() {
    assertEquals(
        "the native libraries of engine libtorch do not load here: no jnitorch in java.library.path",
        Natives.describe(
            new UnsatisfiedLinkError("no jnitorch in java.library.path\nsecond line")));
  }

  @Test
  void versionsAreThoseOfTheBuild() {
    var versions = new LibtorchEngine().versions();
    assertTrue(versions.get("libtorch").matches("\\d+\\.\\d+\\.\\d+-1\\.5\\.\\d+"), "" + versions);
    assertTrue(versions.get("onednn").matches("\\d+\\.\\d+(\\.\\d+)*"), "" + versions);
    assertEquals(
        java.util.Set.of("javacpp", "libtorch", "libtorch-build", "onednn", "openblas"),
        versions.keySet());
  }
}
