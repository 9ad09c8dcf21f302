package org.example.noisemark;

import java.util.stream.Stream;
import org.noisemark.nn.NetworkContract;
import org.noisemark.nn.NetworkDefinition;

class WideMlpTest extends NetworkContract {
  @Override
  protected Stream<NetworkDefinition> definitions() {
    return Stream.of(new WideMlp());
  }
}
