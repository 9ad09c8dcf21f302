package org.noisemark.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpuTest {
  @ParameterizedTest
  @ValueSource(strings = {"Tesla K80, 3.7", "Tesla V100-SXM2-16GB, 7.0", "NVIDIA L4, 8.9\n"})
  void acceptsWhatTheLibraryHoldsCodeFor(String answer) {
    assertTrue(Gpu.obstacle(answer).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'NVIDIA H100 80GB HBM3, 9.0\nNVIDIA H100 80GB HBM3, 9.0', 9.0, too new",
    "'NVIDIA B200, 10.0', 10.0, libtorch",
    "'Tesla M2090, 2.0', 2.0, too old",
    "'No devices were found', No devices, no NVIDIA GPU"
  })
  void saysInOneLineWhyNot(String answer, String what, String why) {
    var line = Gpu.obstacle(answer).orElseThrow();
    assertTrue(line.contains(what), line);
    assertTrue(line.contains(why), line);
    assertTrue(line.lines().count() == 1, line);
  }

  @Test
  void anEmptyAnswerIsNoGpu() {
    assertTrue(Gpu.obstacle("").orElseThrow().startsWith("no NVIDIA GPU"));
  }
}
