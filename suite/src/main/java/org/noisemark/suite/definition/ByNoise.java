package org.noisemark.suite.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.noisemark.noise.NoiseSpec;

/**
 * The value of one hyper-parameter, which may depend on the noise.
 *
 * @param otherwise where the noise has none of its own; empty if each noise has
 * @param byNoise by noise label, see {@link #label}, or by noise kind alone
 */
public record ByNoise(Optional<Object> otherwise, Map<String, Object> byNoise) {
  /** The key under which a file gives {@link #otherwise} beside others. */
  static final String DEFAULT = "default";

  public ByNoise {
    byNoise = Map.copyOf(byNoise);
  }

  /** The same value under each noise. */
  public static ByNoise always(Object value) {
    return new ByNoise(Optional.of(value), Map.of());
  }

  /** Returns the same with each value changed. */
  public ByNoise map(UnaryOperator<Object> change) {
    var changed = new HashMap<String, Object>();
    byNoise.forEach((key, value) -> changed.put(key, change.apply(value)));
    return new ByNoise(otherwise.map(change), changed);
  }

  /** Returns the value, if it is the same under each noise. */
  public Optional<Object> constant() {
    return byNoise.isEmpty() ? otherwise : Optional.empty();
  }

  /** Returns "clean", or kind and nominal rate: "symmetric-exclusive@1/0.4". */
  public static String label(NoiseSpec noise) {
    return SuiteNoise.described(noise).label();
  }

  /** Returns the value for a noise: of its label, else of its kind, else the default one. */
  public Optional<Object> value(NoiseSpec noise) {
    return Optional.ofNullable(byNoise.get(label(noise)))
        .or(() -> Optional.ofNullable(byNoise.get(noise.kind())))
        .or(() -> otherwise);
  }
}
