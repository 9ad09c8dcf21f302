package org.noisemark.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How training images are varied: mirrored with probability ½, shifted by a crop of the zero-padded
 * image, and a square cut out (DeVries &amp; Taylor 2017: its centre is uniform over the image, so
 * it may stick out).
 *
 * @param flip whether to mirror left to right
 * @param cropPadding pixels of padding on each side; shifts are uniform in ±cropPadding
 * @param cutoutSize side of the square in pixels; 0 for none
 * @param cutoutProbability 0–1
 */
public record Augmentation(
    boolean flip, int cropPadding, int cutoutSize, double cutoutProbability) {
  public static final Augmentation NONE = new Augmentation(false, 0, 0, 0);

  private static final Map<String, Augmentation> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("none", NONE);
    NAMED.put("flip-crop", new Augmentation(true, 4, 0, 0));
    NAMED.put("flip-crop-cutout", new Augmentation(true, 4, 16, 0.5));
  }

  public Augmentation {
    if (cropPadding < 0 || cutoutSize < 0) {
      throw new IllegalArgumentException(
          "crop padding and cutout size must not be negative, got "
              + cropPadding
              + " and "
              + cutoutSize);
    }
    if (!(cutoutProbability >= 0 && cutoutProbability <= 1)) {
      throw new IllegalArgumentException(
          "cutout probability must be in 0 to 1, got " + cutoutProbability);
    }
  }

  /**
   * Returns the augmentation of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public static Augmentation named(String name) {
    var augmentation = NAMED.get(name);
    if (augmentation == null) {
      throw new IllegalArgumentException(
          "unknown augmentation '" + name + "', expected one of " + NAMED.keySet());
    }
    return augmentation;
  }

  /**
   * @throws IllegalArgumentException in one line, if it cannot vary these: rows of a table, or
   *     images no larger than the padding
   */
  public void require(Images images) {
    if (equals(NONE)) {
      return;
    }
    if (images.areFeatures()) {
      throw new IllegalArgumentException(
          "augmentation varies images, got rows of a table: expected the augmentation none");
    }
    requireLarger(images.height(), images.width());
  }

  private void requireLarger(int height, int width) {
    if (cropPadding >= Math.min(height, width)) {
      throw new IllegalArgumentException(
          "crop padding " + cropPadding + " leaves nothing of images of " + height + "x" + width);
    }
  }

  /**
   * Draws what is done to each of some images.
   *
   * @param seeds one an image, of which its transform is a function
   * @throws IllegalArgumentException if the padding is not smaller than the image
   */
  public List<Transform> draw(long[] seeds, int height, int width) {
    if (equals(NONE)) {
      return Collections.nCopies(seeds.length, Transform.IDENTITY);
    }
    requireLarger(height, width);
    return Arrays.stream(seeds)
        .mapToObj(seed -> drawOne(height, width, RandomSource.SPLIT_MIX_64.create(seed)))
        .toList();
  }

  private Transform drawOne(int height, int width, UniformRandomProvider generator) {
    boolean mirrored = flip && generator.nextBoolean();
    int shiftRows = cropPadding == 0 ? 0 : generator.nextInt(-cropPadding, cropPadding + 1);
    int shiftColumns = cropPadding == 0 ? 0 : generator.nextInt(-cropPadding, cropPadding + 1);
    boolean cut = cutoutSize > 0 && generator.nextDouble() < cutoutProbability;
    int row = cut ? generator.nextInt(height) - cutoutSize / 2 : 0;
    int column = cut ? generator.nextInt(width) - cutoutSize / 2 : 0;
    return new Transform(mirrored, shiftRows, shiftColumns, row, column, cut ? cutoutSize : 0);
  }
}
