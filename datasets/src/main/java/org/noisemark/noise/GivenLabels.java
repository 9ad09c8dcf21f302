package org.noisemark.noise;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The labels of a file, whoever drew them: human annotations, say. */
public final class GivenLabels implements NoiseDefinition {
  static final String NAME = "labels@1";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "the labels of a CSV file with the columns index and label";
  }

  @Override
  public Rates rates() {
    return Rates.ZERO;
  }

  @Override
  public List<NoiseSpec.Count> counts() {
    return List.of(NoiseSpec.Count.EXACT);
  }

  @Override
  public Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
    int[] labels = spec.labels().orElseThrow().read(clean.labels().length, clean.classes());
    var flip = new double[labels.length];
    for (int i = 0; i < flip.length; i++) {
      flip[i] = labels[i] == clean.labels()[i] ? 0 : 1;
    }
    return new Draw(labels, flip);
  }
}
