package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;

@Tag("slow")
class EngineComparisonTest {
  @Test
  void measuresEveryEngine() {
    var engines = List.of(Engines.named("dl4j"), Engines.named("libtorch"));
    var medians = EngineComparison.measure(engines, Device.CPU);
    assertEquals(List.of("dl4j", "libtorch"), List.copyOf(medians.keySet()));
    medians.values().forEach(seconds -> assertTrue(seconds > 0 && seconds < 60, "" + medians));
  }

  @Test
  void saysWhatTheOtherEngineGains() {
    assertEquals(
        Map.of(
            "dl4j", "100 ms for a gradient of cnn, batch 128",
            "libtorch", "80.1 ms for a gradient of cnn, batch 128",
            "advice", "libtorch takes 0.80 times dl4j's time on cnn: run with --engine libtorch"),
        EngineComparison.lines(medians(0.1, 0.0801)));
    assertEquals(
        "libtorch takes 1.25 times dl4j's time on cnn: stay with dl4j",
        EngineComparison.lines(medians(0.1, 0.125)).get("advice"));
  }

  @Test
  void hasNoAdviceWithoutChoice() {
    assertEquals(
        Map.of("libtorch", "5.00 ms for a gradient of cnn, batch 128"),
        EngineComparison.lines(Map.of("libtorch", 0.005)));
  }

  private static Map<String, Double> medians(double dl4j, double libtorch) {
    var medians = new LinkedHashMap<String, Double>();
    medians.put("dl4j", dl4j);
    medians.put("libtorch", libtorch);
    return medians;
  }
}
