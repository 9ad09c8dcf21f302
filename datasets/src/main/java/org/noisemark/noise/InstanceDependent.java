package org.noisemark.noise;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.noisemark.datasets.Images;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Part-dependent noise: Xia et al., NeurIPS 2020, algorithm 2, as their code
 * (xiaoboxia/Part-dependent-label-noise) has it: how likely a label is to be wrong, and what it
 * becomes, depend on the image x.
 *
 * <pre>
 *   q_i ~ N(r, 0.1²), truncated to [0, 1]
 *   W[c] of shape [S, K], each element ~ N(0, 1), one for each true class c
 *   p = softmax over all classes but y_i of x_i W[y_i]
 *   noisy label:  y_i with probability 1 − q_i, class j with probability q_i p_j
 * </pre>
 *
 * Pixels are scaled to 0 … {@code input_max}: the authors feed bytes as they are, 0–255, which
 * makes p all but one-hot; copies of their code that scale to 0–1 draw softer targets. The
 * standardized features of a table are multiplied by {@code input_max} / 255.
 */
public final class InstanceDependent implements NoiseDefinition {
  private static final double DEVIATION = 0.1;

  @Override
  public String name() {
    return "instance-dependent@1";
  }

  @Override
  public String summary() {
    return "depends on the image; rate = mean probability of a wrong label";
  }

  @Override
  public String source() {
    return "Xia 2020, arXiv 2006.07836; xiaoboxia/Part-dependent-label-noise";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.atLeastZero("input_max", 255));
  }

  @Override
  public Rates rates() {
    return Rates.UP_TO_ONE;
  }

  @Override
  public List<NoiseSpec.Count> counts() {
    return List.of(NoiseSpec.Count.BERNOULLI);
  }

  @Override
  public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
    var images = clean.requireImages(name());
    double scale = Values.of(this, spec.hyperparameters()).real("input_max") / 255;
    int classes = clean.classes();
    var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    var flip = new double[clean.labels().length];
    for (int i = 0; i < flip.length; i++) {
      do {
        flip[i] = spec.rate() + DEVIATION * gaussian.sample();
      } while (flip[i] < 0 || flip[i] > 1);
      flip[i] = spec.rate() == 0 ? 0 : flip[i];
    }
    var weights = new double[classes][images.size()][classes];
    for (double[][] ofClass : weights) {
      for (double[] ofPixel : ofClass) {
        for (int to = 0; to < classes; to++) {
          ofPixel[to] = gaussian.sample();
        }
      }
    }
    var labels = new int[flip.length];
    for (int i = 0; i < labels.length; i++) {
      int from = clean.labels()[i];
      labels[i] =
          random.nextDouble() < flip[i]
              ? target(logits(images, i, scale, weights[from]), from, random.nextDouble())
              : from;
    }
    return new Draw(labels, flip);
  }

  private static double[] logits(Images images, int image, double scale, double[][] weights) {
    var logits = new double[weights[0].length];
    int pixel = 0;
    for (int channel = 0; channel < images.channels(); channel++) {
      for (int row = 0; row < images.height(); row++) {
        for (int column = 0; column < images.width(); column++) {
          double x = scale * images.value(image, channel, row, column);
          for (int to = 0; to < logits.length; to++) {
            logits[to] += x * weights[pixel][to];
          }
          pixel++;
        }
      }
    }
    return logits;
  }

  /** Draws a class other than {@code from} from the softmax. */
  private static int target(double[] logits, int from, double uniform) {
    double max = Double.NEGATIVE_INFINITY;
    for (int to = 0; to < logits.length; to++) {
      max = to == from ? max : Math.max(max, logits[to]);
    }
    double sum = 0;
    for (int to = 0; to < logits.length; to++) {
      sum += to == from ? 0 : Math.exp(logits[to] - max);
    }
    double left = uniform * sum;
    int drawn = from == 0 ? 1 : 0;
    for (int to = 0; to < logits.length && left >= 0; to++) {
      if (to != from) {
        drawn = to;
        left -= Math.exp(logits[to] - max);
      }
    }
    return drawn;
  }
}
