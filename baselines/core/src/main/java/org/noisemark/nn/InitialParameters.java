package org.noisemark.nn;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.nn.ParameterLayout.Kind;

/**
 * Initial parameters, the same values on every engine: weights from N(0, 2 / fan-in) (He, Zhang,
 * Ren, Sun, ICCV 2015, equation 10), normalization scales 1, biases and shifts 0.
 */
public final class InitialParameters {
  private InitialParameters() {}

  /**
   * Returns the values in the canonical order, rounded to float32 so that no engine rounds them.
   */
  public static double[] draw(ParameterLayout layout, long seed) {
    var gaussian =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    var values = new double[layout.length()];
    for (var segment : layout.segments()) {
      double deviation = segment.kind() == Kind.WEIGHT ? Math.sqrt(2.0 / segment.fanIn()) : 0;
      for (int i = segment.offset(); i < segment.offset() + segment.length(); i++) {
        if (segment.kind() == Kind.NORMALIZATION_SCALE) {
          values[i] = 1;
        } else if (deviation > 0) {
          values[i] = (float) (deviation * gaussian.sample());
        }
      }
    }
    return values;
  }
}
