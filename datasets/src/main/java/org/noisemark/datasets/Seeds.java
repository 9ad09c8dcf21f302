package org.noisemark.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One seed, many independent streams: a purpose ("noise", "split", "initial", "order",
 * "augmentation") names a stream, so that drawing more in one changes nothing in another.
 */
public final class Seeds {
  private Seeds() {}

  /** Returns the first 8 bytes (big-endian) of the SHA-256 of {@code "<seed>/<purpose>"}. */
  public static long derive(long seed, String purpose) {
    byte[] text = (seed + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(DigestUtils.sha256(text)).getLong();
  }

  /**
   * Returns one of many numbers that a seed stands for, by index: SplitMix64 (Steele, Lea, Flood,
   * OOPSLA 2014) begun at the seed, after {@code index} others. Cheap enough for each value of an
   * image.
   */
  public static long derive(long seed, long index) {
    long z = seed + (index + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Returns the generator of that stream, at its start: xoshiro256++ of Commons RNG, which gives
   * the same numbers on every Java platform.
   */
  public static RestorableUniformRandomProvider generator(long seed, String purpose) {
    return RandomSource.XO_SHI_RO_256_PP.create(derive(seed, purpose));
  }
}
