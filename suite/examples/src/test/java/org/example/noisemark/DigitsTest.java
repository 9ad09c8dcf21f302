package org.example.noisemark;

import java.util.stream.Stream;
import org.noisemark.datasets.DatasetContract;
import org.noisemark.datasets.DatasetDefinition;

class DigitsTest extends DatasetContract {
  @Override
  protected Stream<DatasetDefinition> definitions() {
    return Stream.of(new Digits());
  }
}
