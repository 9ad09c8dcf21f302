package org.noisemark.nn;

import java.util.List;

/**
 * A network as data: from images of one shape to logits.
 *
 * @param name as in {@link Networks}
 * @param input shape of one image
 * @param classes number of logits
 * @param layers in order; their shapes fit, or construction fails
 */
public record Network(String name, Shape input, int classes, List<Layer> layers) {
  public Network {
    layers = List.copyOf(layers);
    var output = Shapes.after(layers, input);
    if (output.size() != classes) {
      throw new IllegalArgumentException(
          name + " ends in " + output + ", expected " + classes + " logits");
    }
  }

  /** Returns where each parameter tensor lies in the flat vector. */
  public ParameterLayout layout() {
    return Layouts.of(layers);
  }

  /** Returns the floating-point operations of one forward pass of one image; see {@link Flops}. */
  public long forwardFlops() {
    return Flops.forward(layers, input);
  }
}
