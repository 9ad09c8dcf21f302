package org.noisemark.nn;

import java.util.List;
import org.noisemark.plugin.Definition;
import org.noisemark.plugin.Values;

/** A network that users can ask for by name. */
public interface NetworkDefinition extends Definition {
  /**
   * Returns the layers for images of a shape, in order; they end in one logit a class.
   *
   * @param values one for each of {@link #hyperparameters}
   * @throws IllegalArgumentException in one line, if it does not fit the images
   */
  List<Layer> layers(Shape input, int classes, Values values);
}
