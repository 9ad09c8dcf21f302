package org.noisemark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadFailureTest {
  @Test
  void aMissingLibraryIsNamedWithoutThePathOfTheOneThatNeedsIt() {
    var error =
        new UnsatisfiedLinkError(
            "/home/u/.javacpp/cache/cuda.jar/libjnicudart.so: libcudart.so.13: cannot open shared"
                + " object file: No such file or directory");
    assertEquals(
        "engine libtorch does not find libcudart.so.13: put its folder on LD_LIBRARY_PATH",
        LoadFailure.describe("libtorch", new ExceptionInInitializerError(error)));
  }

  @Test
  void whatCannotBeUnpackedSaysWhyAndWhatHelps() {
    assertEquals(
        "the native libraries of engine libtorch cannot be unpacked: No space left on device;"
            + " NOISEMARK_CACHE names another folder for them",
        LoadFailure.describe(
            "libtorch",
            new RuntimeException(new IOException("/tmp/c/lib.so (No space left on device)"))));
  }

  @Test
  void anyOtherReasonIsQuotedInOneLine() {
    assertEquals(
        "the native libraries of engine dl4j do not load here: no jnind4j in java.library.path",
        LoadFailure.describe(
            "dl4j", new UnsatisfiedLinkError("no jnind4j in java.library.path\nsecond line")));
  }
}
