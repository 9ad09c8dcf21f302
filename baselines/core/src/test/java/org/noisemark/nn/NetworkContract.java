package org.noisemark.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Device;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Samples;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.plugin.Values;

/**
 * What every network must do. Whoever writes one extends this class, and says in {@link
 * #definitions} which are theirs. They are built on the float64 reference engine.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class NetworkContract {
  /** Returns the networks that are tested; {@link Networks} must find them, too. */
  protected abstract Stream<NetworkDefinition> definitions();

  /** Returns the shape of the images that they are built for. */
  protected Shape input() {
    return new Shape(1, 16, 16);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void isFoundByItsNameAndTheSameEachTime(NetworkDefinition definition) {
    assertEquals(definition.getClass(), Networks.REGISTRY.named(definition.name()).getClass());
    var values = Values.of(definition, Map.of());
    assertEquals(definition.layers(input(), 10, values), definition.layers(input(), 10, values));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void endsInOneLogitAClassAndLearns(NetworkDefinition definition) {
    for (int classes : new int[] {2, 10}) {
      var network = Networks.named(definition.name(), input(), classes);
      assertTrue(network.forwardFlops() > 0);
      try (Model model = new ReferenceEngine().build(network, Device.CPU)) {
        model.parameters().write(InitialParameters.draw(model.layout(), 1));
        var examples = model.load(Samples.images(network, 8, 1), Samples.normalization(network));
        Batch batch = Samples.batch(network, 8, 1);
        assertEquals(8 * classes, model.logits(examples, batch.rows()).length);
        var gradient = model.newVector();
        double before = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
        model.parameters().axpyNormalized(-1e-3, gradient, gradient, 1e-12);
        double after = model.lossAndGradient(examples, batch, gradient, Pass.CLEAN).value();
        assertTrue(after < before, "a step down the gradient took " + before + " to " + after);
      }
    }
  }
}
