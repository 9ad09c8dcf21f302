package org.noisemark.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.nn.ParameterLayout.Kind;

/** That the benchmark compares like with like. */
class StockNetworkTest {
  @ParameterizedTest
  @ValueSource(strings = {"mlp", "cnn", "resnet20"})
  void hasAsManyParametersAsOurs(String name) throws IOException {
    var network = Workload.network(name, Workload.images());
    var layout = network.layout();
    long normalized =
        layout.segments().stream()
            .filter(segment -> segment.kind() == Kind.NORMALIZATION_SCALE)
            .mapToLong(segment -> segment.length())
            .sum();
    // Deeplearning4j counts running means and variances among the parameters.
    assertEquals(layout.length() + 2 * normalized, StockNetwork.build(network).numParams());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "cnn"})
  void losesAsMuchAsAGuessAtFirst(String name) throws IOException {
    var dataset = Workload.images();
    var network = Workload.network(name, dataset);
    var rows = Workload.batch(dataset).rows();
    try (var gradient = StockGradient.of(network, dataset, rows)) {
      double loss = gradient.compute();
      assertTrue(loss > 1 && loss < 10, "loss " + loss);
      assertTrue(gradient.graph().gradient().gradient().norm2Number().doubleValue() > 0);
    }
  }
}
