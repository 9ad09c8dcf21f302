package org.example.noisemark;

import java.util.stream.Stream;
import org.noisemark.noise.NoiseContract;
import org.noisemark.noise.NoiseDefinition;

class FaintImagesTest extends NoiseContract {
  @Override
  protected Stream<NoiseDefinition> definitions() {
    return Stream.of(new FaintImages());
  }
}
