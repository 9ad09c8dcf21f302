package org.noisemark.datasets;

import java.util.stream.Stream;

class ShippedDatasetsTest extends DatasetContract {
  /** Those that are on every machine. */
  @Override
  protected Stream<DatasetDefinition> definitions() {
    return Datasets.REGISTRY.all().values().stream()
        .filter(dataset -> dataset.locate(home()).isPresent());
  }
}
