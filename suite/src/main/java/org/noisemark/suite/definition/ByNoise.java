package org.noisemark.suite.definition;

import java.util.List;
import java.util.Map;
import org.noisemark.noise.NoiseSpec;

/**
 * The values of one hyper-parameter, which may depend on the noise. More than one value only in a
 * tuning suite, where each is tried.
 *
 * @param defaults where the noise has none of its own; empty if each noise has
 * @param byNoise by noise label, see {@link #label}, or by noise kind alone
 */
public record ByNoise(List<Object> defaults, Map<String, List<Object>> byNoise) {
  /** The key under which a file gives {@link #defaults} beside others. */
  static final String DEFAULT = "default";

  public ByNoise {
    defaults = List.copyOf(defaults);
    byNoise = Map.copyOf(byNoise);
  }

  /** Returns "clean", or kind and nominal rate: "symmetric-exclusive@1/0.4". */
  public static String label(NoiseSpec noise) {
    return noise.kind().equals("clean") ? noise.kind() : noise.kind() + "/" + noise.rate();
  }

  /** Returns the values for a noise: of its label, else of its kind, else the default ones. */
  public List<Object> values(NoiseSpec noise) {
    return byNoise.getOrDefault(label(noise), byNoise.getOrDefault(noise.kind(), defaults));
  }
}
