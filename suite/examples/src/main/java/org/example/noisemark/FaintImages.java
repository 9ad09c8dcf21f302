package org.example.noisemark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.datasets.Images;
import org.noisemark.noise.CleanExamples;
import org.noisemark.noise.NoiseDefinition;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.Rates;

/**
 * An annotator who guesses where there is little to see: the labels of the faintest images, a share
 * r of all, become any of the other classes alike.
 */
public final class FaintImages implements NoiseDefinition {
  @Override
  public String name() {
    return "faint-images@1";
  }

  @Override
  public String summary() {
    return "the faintest images get any other class; rate = share of wrong labels";
  }

  @Override
  public Rates rates() {
    return Rates.UP_TO_ONE;
  }

  @Override
  public List<NoiseSpec.Count> counts() {
    return List.of(NoiseSpec.Count.EXACT);
  }

  @Override
  public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
    var images = clean.requireImages(name());
    int[] labels = clean.labels().clone();
    var flipped = new double[labels.length];
    IntStream.range(0, labels.length)
        .boxed()
        .sorted(Comparator.comparingLong(image -> ink(images, image)))
        .limit(Math.round(spec.rate() * labels.length))
        .forEach(
            image -> {
              int other = random.nextInt(clean.classes() - 1);
              labels[image] = other < labels[image] ? other : other + 1;
              flipped[image] = 1;
            });
    return new Draw(labels, flipped);
  }

  private static long ink(Images images, int image) {
    long ink = 0;
    for (int channel = 0; channel < images.channels(); channel++) {
      for (int row = 0; row < images.height(); row++) {
        for (int column = 0; column < images.width(); column++) {
          ink += images.pixel(image, channel, row, column);
        }
      }
    }
    return ink;
  }
}
